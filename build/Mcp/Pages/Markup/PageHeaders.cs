using Microsoft.AspNetCore.Http;

namespace Pinterest.OpenApi.Mcp.Pages.Markup;

/// <summary>What a browser may do with the page.</summary>
internal static class PageHeaders
{
    // Pictures come by https from wherever the agent says, since the person has to see them; nothing else does. Nobody may
    // frame the page, so that no other page lays its own buttons over Approve.
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' https:; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'";

    private static readonly KeyValuePair<string, string>[] All =
    [
        new("Content-Security-Policy", Policy),
        new("X-Frame-Options", "DENY"),
        new("X-Content-Type-Options", "nosniff"),
        new("Cache-Control", "no-store"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new("Cross-Origin-Resource-Policy", "same-origin"),
        new("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
        // With no-referrer a browser would send our own forms with an Origin of null.
        new("Referrer-Policy", "same-origin"),
    ];

    /// <summary>Sets the headers of a response.</summary>
    public static void Set(HttpResponse response)
    {
        foreach (var (name, value) in All)
        {
            response.Headers[name] = value;
        }
    }

    /// <summary>Writes a page.</summary>
    public static Task WriteAsync(HttpResponse response, Html page, CancellationToken cancellationToken)
    {
        response.ContentType = "text/html; charset=utf-8";
        return response.WriteAsync(page.ToString(), cancellationToken);
    }
}
