using System.Text.RegularExpressions;

namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>
/// Knows what looks like a token of Pinterest: pina_ (access), pinr_ (refresh) or pinc_ (client) with 20 or more letters,
/// digits, '-' and '_' after it; or the word bearer with 20 or more characters of a token after it.
/// </summary>
/// <remarks>
/// Tokens of Pinterest are longer than 60 characters. With less than 20, names such as pina_colada_recipes would count as
/// tokens. What stands before the prefix does not matter: in JSON that may be the letter of an escape.
/// </remarks>
internal static partial class TokenText
{
    private const string Mask = "[token]";

    // In milliseconds. The pattern takes time in proportion to the text, so that only a machine that stands still ends it.
    private const int MatchLimit = 60_000;

    /// <summary>Tells whether a text holds one.</summary>
    public static bool IsIn(string text) => Pattern().IsMatch(text);

    /// <summary>Gives the text with <c>[token]</c> in the place of each.</summary>
    public static string Hide(string text) => Pattern().Replace(text, Mask);

    [GeneratedRegex(
        @"pin[arc]_[A-Za-z0-9_-]{20,}|\b(?i:bearer)\s+[A-Za-z0-9_.~+/=-]{20,}",
        RegexOptions.CultureInvariant,
        MatchLimit
    )]
    private static partial Regex Pattern();
}
