using System.Text.RegularExpressions;
using Newtonsoft.Json;

namespace Pinterest.OpenApi;

/// <summary>Keeps secrets out of what people and logs see, and out of headers that they would break.</summary>
internal static partial class SecretText
{
    // Shorter texts are no secrets, and would be found everywhere.
    private const int ShortestSecret = 6;

    /// <summary>Decides whether a text cannot be a token or a secret: it is empty, or a header cannot hold it.</summary>
    public static bool IsMalformed(string secret) => secret.Length == 0 || secret.Any(c => c is <= ' ' or > '~');

    /// <summary>
    /// Takes out the secrets of a call, however a server quotes them, and whatever else looks like a token of
    /// Pinterest: <c>pina_AQUF…</c> becomes <c>pina_…</c>.
    /// </summary>
    public static string Redact(string text, IEnumerable<string> secrets)
    {
        foreach (var secret in secrets.Where(secret => secret.Length >= ShortestSecret))
        {
            var quoted = JsonConvert.ToString(secret)[1..^1];
            foreach (var form in new[] { secret, quoted, quoted.Replace("/", "\\/", StringComparison.Ordinal) })
            {
                text = text.Replace(form, Shown(secret), StringComparison.Ordinal);
            }

            text = text.Replace(Uri.EscapeDataString(secret), Shown(secret), StringComparison.OrdinalIgnoreCase);
        }

        return Token().Replace(text, match => Shown(match.Value));
    }

    /// <summary>
    /// Replaces what moves a cursor, ends a line or hides, so that a server cannot write lines of a log or a terminal.
    /// </summary>
    public static string OneLine(string text) => Invisible().Replace(text, "\uFFFD");

    /// <summary>Gives what may be shown of a token: its kind.</summary>
    public static string Shown(string token) => token.Length > 5 && token[4] == '_' ? token[..5] + "…" : "…";

    [GeneratedRegex(@"[\p{Cc}\p{Cf}\u2028\u2029]", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Invisible();

    [GeneratedRegex("pin[acr]_[A-Za-z0-9._~+/=-]{4,}", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Token();
}
