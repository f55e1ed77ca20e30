namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>The words for severities and directions, as all reports and the command line use them.</summary>
internal static class DiffWords
{
    /// <summary>Gives the word of a severity.</summary>
    public static string Word(this Severity severity) =>
        severity switch
        {
            Severity.Breaking => "breaking",
            Severity.PotentiallyBreaking => "potentially-breaking",
            Severity.Compatible => "compatible",
            _ => "documentation",
        };

    /// <summary>Gives the word of a direction.</summary>
    public static string Word(this Direction direction) =>
        direction switch
        {
            Direction.Request => "request",
            Direction.Response => "response",
            Direction.Both => "both",
            _ => "none",
        };
}
