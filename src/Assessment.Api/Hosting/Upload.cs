using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Assessment.Api.Hosting;

/// <summary>The endpoint or page takes a file; its body may be as large as <see cref="RequestLimits.MaxUploadKibibytes"/>.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
internal sealed class UploadAttribute : Attribute;

/// <summary>Reads an uploaded file whole, within the limit.</summary>
internal static class Upload
{
    /// <summary>Lifts the body limit of endpoints that take files.</summary>
    public static Task LiftLimit(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<UploadAttribute>() is not null)
        {
            var limits = context.RequestServices.GetRequiredService<IOptions<RequestLimits>>().Value;
            context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = limits.MaxUploadKibibytes * 1024L;
        }

        return next(context);
    }

    public static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken stop)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, stop);
        return buffer.ToArray();
    }
}
