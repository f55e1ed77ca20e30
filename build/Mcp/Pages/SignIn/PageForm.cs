using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Pinterest.OpenApi.Mcp.Pages.SignIn;

/// <summary>What a form of the page sent.</summary>
internal sealed class PageForm
{
    private const int MostFields = 64;
    private const int LongestName = 64;
    private const int LongestValue = 1024;
    private const int LargestBody = 64 * 1024;

    private readonly IFormCollection _fields;

    private PageForm(IFormCollection fields) => _fields = fields;

    /// <summary>Gets a field that was sent once; null otherwise.</summary>
    public string? this[string name] => _fields[name] is [{ } value] ? value : null;

    /// <summary>Reads the form of a request; null when it has none, or one that is too large.</summary>
    public static async Task<PageForm?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        const string FormType = "application/x-www-form-urlencoded";
        if (request.ContentType?.StartsWith(FormType, StringComparison.OrdinalIgnoreCase) is not true)
        {
            return null;
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LargestBody;
        }

        var limits = new FormOptions
        {
            ValueCountLimit = MostFields,
            KeyLengthLimit = LongestName,
            ValueLengthLimit = LongestValue,
            BufferBodyLengthLimit = LargestBody,
        };
        try
        {
            return new PageForm(await request.ReadFormAsync(limits, cancellationToken));
        }
        catch (Exception error) when (error is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }
}
