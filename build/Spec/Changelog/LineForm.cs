using System.Text.RegularExpressions;

namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>
/// One form of line. Its text is a regular expression with these shorthands: {places} is a place in backticks, or
/// several with commas or "and" between them; {x} is any value in backticks; {status} is one status and {statuses} are
/// several; {in} and {name} are the kind and the name of a parameter; {inner} and {under} are places.
/// </summary>
internal sealed class LineForm
{
    private static readonly Dictionary<string, string> Shorthands = new(StringComparer.Ordinal)
    {
        ["{places}"] = "(?<places>`[^`]*`(?:(?:, | and )`[^`]*`)*)",
        ["{x}"] = "`[^`]*`",
        ["{types}"] = "`[^`]*`/`[^`]*` to `[^`]*`/`[^`]*`",
        ["{status}"] = "(?<status>[0-9]{3})",
        ["{statuses}"] = "(?<statuses>[0-9]{3}(?:, [0-9]{3})*)",
        ["{in}"] = "`(?<in>query|path|header|cookie)`",
        ["{name}"] = "`(?<name>[^`]*)`",
        ["{inner}"] = "`(?<inner>[^`]*)`",
        ["{under}"] = "`(?<under>[^`]*)`",
    };

    private readonly Lazy<Regex> _expression;

    public LineForm(LineKind kind, LinePart part, string text)
    {
        Kind = kind;
        Part = part;
        _expression = new(() => Compile(text));
    }

    /// <summary>Gets what a line of this form says happened.</summary>
    public LineKind Kind { get; }

    /// <summary>Gets the part of the endpoint that it speaks of.</summary>
    public LinePart Part { get; }

    /// <summary>Gets a line of this form, about an API that we made up.</summary>
    public required string Example { get; init; }

    /// <summary>Reads a line without its dash and its flag; null when the line has another form.</summary>
    public ChangelogLine? Read(string text)
    {
        var match = _expression.Value.Match(text);
        return match.Success
            ? new ChangelogLine
            {
                Kind = Kind,
                In = Place(match),
                Places = [.. Places(match)],
            }
            : null;
    }

    private string Place(Match match) =>
        Part switch
        {
            LinePart.Parameter => match.Groups["in"].Value,
            LinePart.Response when match.Groups["status"].Success => $"response {match.Groups["status"].Value}",
            LinePart.Response => "response",
            LinePart.Request => "request",
            LinePart.Document => "document",
            _ => "endpoint",
        };

    private static IEnumerable<string> Places(Match match)
    {
        if (match.Groups["statuses"].Success)
        {
            return match.Groups["statuses"].Value.Split(", ");
        }

        if (match.Groups["name"].Success)
        {
            return [PlacePath.Normal($"{match.Groups["name"].Value}/{match.Groups["inner"].Value}")];
        }

        // Every second piece stands between backticks.
        var places = match.Groups["places"].Value.Split('`').Where((_, i) => i % 2 == 1);
        var under = match.Groups["under"].Value;
        return places.Select(place => PlacePath.Normal($"{under}/{place}"));
    }

    // The time of such an expression grows with the length of the line only, whatever the line is.
    private static Regex Compile(string text) =>
        new(
            @"\A"
                + Shorthands.Aggregate(
                    text,
                    (made, word) => made.Replace(word.Key, word.Value, StringComparison.Ordinal)
                )
                + @"\z",
            RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
        );
}
