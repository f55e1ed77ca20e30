using System.Buffers;

namespace Pinterest.OpenApi;

/// <summary>Checks the headers that a caller adds to a call.</summary>
internal static class ExtraHeaders
{
    private const int MostHeaders = 32;
    private const int LongestValue = 4096;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    );

    // Those that the pipeline sets, those that move a request to another host, and those that change how the response
    // is sent.
    private static readonly HashSet<string> Refused = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept",
        "Accept-Encoding",
        "Authorization",
        "Connection",
        "Expect",
        "Host",
        "Keep-Alive",
        "Proxy-Authorization",
        "Proxy-Connection",
        "Range",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
    };

    /// <summary>Names all that is wrong; never a value, because a value may be a secret.</summary>
    public static IEnumerable<string> Problems(IReadOnlyDictionary<string, string> headers)
    {
        if (headers.Count > MostHeaders)
        {
            yield return $"There are {headers.Count} extra headers; at most {MostHeaders} are allowed.";
            yield break;
        }

        foreach (var (name, value) in headers)
        {
            if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(NameCharacters))
            {
                yield return "The name of an extra header is empty or contains an invalid character.";
            }
            else if (Refused.Contains(name) || name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
            {
                yield return $"The header '{name}' is set by the client. Remove it.";
            }
            else if (value is null || value.Length > LongestValue || value.Any(c => c is < ' ' or > '~'))
            {
                yield return $"The value of the header '{name}' is longer than {LongestValue} characters, or contains "
                    + "an invalid character, such as a line break.";
            }
        }
    }
}
