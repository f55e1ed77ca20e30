using System.Text.RegularExpressions;

namespace Pinterest.OpenApi.Spec.Operations;

/// <summary>
/// One step of a path template: a fixed text, a parameter, or parameters between fixed texts. Example: the steps of
/// <c>/reports/{a}-{b}.{format}</c> are the text reports, and a step with three parameters.
/// </summary>
internal sealed partial class RouteStep
{
    private readonly Regex? _pattern;

    /// <summary>Reads a step.</summary>
    /// <param name="text">The step as the description writes it.</param>
    public RouteStep(string text)
    {
        Text = Uri.UnescapeDataString(text);
        Names = [.. Parameter().Matches(text).Select(match => match.Groups["name"].Value)];
        IsParameter = Names.Count == 1 && text.Length == Names[0].Length + 2;
        FixedLength = text.Length - Names.Sum(name => name.Length + 2);
        if (Names.Count > 0 && !IsParameter)
        {
            // The descriptions of others are not to be trusted: without backtracking the time of a match is linear.
            var parts = Parameter().Split(text).Where((_, index) => index % 2 == 0).Select(Regex.Escape);
            _pattern = new Regex(
                $@"\A{string.Join("(.+?)", parts)}\z",
                RegexOptions.NonBacktracking | RegexOptions.Singleline
            );
        }
    }

    /// <summary>Gets the step, decoded.</summary>
    public string Text { get; }

    /// <summary>Gets the names of its parameters.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Gets whether it is one parameter and nothing else.</summary>
    public bool IsParameter { get; }

    /// <summary>Gets how many characters are not of a parameter.</summary>
    public int FixedLength { get; }

    /// <summary>Splits a path. A slash at the end makes an empty last step: /a/ is not /a.</summary>
    public static string[] Split(string path) => (path.StartsWith('/') ? path[1..] : path).Split('/');

    /// <summary>Gives the values of the parameters, as they are written; null when the step does not fit.</summary>
    /// <param name="written">The step of a request.</param>
    public IReadOnlyList<string>? Values(string written)
    {
        if (IsParameter)
        {
            return written.Length > 0 ? [written] : null;
        }

        if (_pattern is null)
        {
            return Uri.UnescapeDataString(written) == Text ? [] : null;
        }

        return _pattern.Match(written) is { Success: true } match
            ? [.. match.Groups.Values.Skip(1).Select(group => group.Value)]
            : null;
    }

    [GeneratedRegex(@"\{(?<name>[^{}]*)\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
