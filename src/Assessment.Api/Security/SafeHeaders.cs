namespace Assessment.Api.Security;

/// <summary>Headers that every answer carries.</summary>
internal static class SafeHeaders
{
    /// <summary>Nothing from another host, no script or style written into a page.</summary>
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; style-src 'self'; img-src 'self'; "
        + "media-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static Task Put(HttpContext context, RequestDelegate next)
    {
        Put(context);
        return next(context);
    }

    /// <summary>Puts them, also where the handler of faults has cleared them.</summary>
    public static void Put(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal, out var endpoint) && endpoint.HasValue)
        {
            headers.CacheControl = "no-store";
        }
    }
}
