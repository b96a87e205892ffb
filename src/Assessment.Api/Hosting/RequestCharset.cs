using Microsoft.Net.Http.Headers;

namespace Assessment.Api.Hosting;

/// <summary>Text comes as UTF-8 (RFC 8259 for JSON): a body that says otherwise is 415, before anybody tries to read it.</summary>
internal static class RequestCharset
{
    public static Task RefuseOthers(HttpContext context, RequestDelegate next)
    {
        if (MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) && type.Charset.HasValue
            && !HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return Task.CompletedTask;
        }

        return next(context);
    }
}
