using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Mcp.Pages.Markup;

namespace Pinterest.OpenApi.Mcp.Pages;

/// <summary>A file of the page that is the same for everybody. It lies in the program.</summary>
/// <param name="Name">The name of the file.</param>
/// <param name="Type">What a browser takes it for.</param>
internal sealed record PageAsset(string Name, string Type)
{
    /// <summary>Gets all of them.</summary>
    public static IReadOnlyList<PageAsset> All { get; } =
    [
        new("page.css", "text/css; charset=utf-8"),
        new("page.js", "text/javascript; charset=utf-8"),
        new("icon.svg", "image/svg+xml"),
    ];

    /// <summary>Writes the file.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        PageHeaders.Set(context.Response);
        context.Response.ContentType = Type;
        await using var content = typeof(PageAsset).Assembly.GetManifestResourceStream(Name)!;
        await content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
