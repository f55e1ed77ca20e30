using System.Text.RegularExpressions;

namespace Pinterest.OpenApi.Spec.Diff.Policy;

/// <summary>
/// A text with wildcards: <c>*</c> stands for any characters but a slash, <c>**</c> for any characters. A pattern that
/// ends in <c>/**</c> matches what stands before it, too. Example: /internal/** matches /internal and /internal/a/b.
/// </summary>
internal sealed class Wildcard
{
    /// <summary>The length of the longest pattern that is read.</summary>
    public const int MaxLength = 1_000;

    private const string Below = "/**";
    private readonly Regex _regex;

    public Wildcard(string pattern)
    {
        Pattern = pattern;
        var endsBelow = pattern.EndsWith(Below, StringComparison.Ordinal);
        var written = endsBelow ? pattern[..^Below.Length] : pattern;
        var text = Regex
            .Escape(written)
            .Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal);

        // Without backtracking, so that no pattern takes long.
        _regex = new Regex(
            $@"\A{text}{(endsBelow ? "(?:/.*)?" : "")}\z",
            RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.CultureInvariant
        );
    }

    /// <summary>Gets the pattern as it was written.</summary>
    public string Pattern { get; }

    /// <summary>Gets whether the pattern has no wildcard, so that it means one text.</summary>
    public bool IsExact => !Pattern.Contains('*', StringComparison.Ordinal);

    /// <summary>Tells whether the pattern matches a whole text.</summary>
    public bool Matches(string text) => _regex.IsMatch(text);

    /// <inheritdoc/>
    public override string ToString() => Pattern;
}
