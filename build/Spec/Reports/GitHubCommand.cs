namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>
/// Commands of GitHub's runner, in which values are escaped as the runner expects it.
/// Example: <c>::error file=a.json,line=1,col=1,title=b%3A c::two%0Alines</c>.
/// </summary>
internal static class GitHubCommand
{
    /// <summary>Writes a command.</summary>
    /// <param name="name">The command: error, warning or notice.</param>
    /// <param name="properties">The properties, by name.</param>
    /// <param name="message">What the command says.</param>
    public static string Print(string name, IEnumerable<KeyValuePair<string, string>> properties, string message)
    {
        var values = string.Join(',', properties.Select(property => $"{property.Key}={Property(property.Value)}"));
        return $"::{name} {values}::{Message(message)}";
    }

    private static string Message(string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal)
            .Split('\n', '\r')
            .Select(line => ConsoleText.Escape(line).Replace("%", "%25", StringComparison.Ordinal));
        return string.Join("%0A", lines);
    }

    private static string Property(string text) =>
        ConsoleText
            .Escape(text)
            .Replace("%", "%25", StringComparison.Ordinal)
            .Replace(":", "%3A", StringComparison.Ordinal)
            .Replace(",", "%2C", StringComparison.Ordinal);
}
