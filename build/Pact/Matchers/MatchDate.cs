namespace Pinterest.OpenApi.PactCore;

/// <summary>
/// Matching rules for dates, which PactNet lacks. They are plain objects that the Pact core reads, so they work in
/// PactNet's bodies too.
/// </summary>
/// <remarks>Formats are Java's, for example <c>yyyy-MM-dd'T'HH:mm:ssX</c>.</remarks>
public static class MatchDate
{
    /// <summary>A date.</summary>
    public static object Date(string example, string format = "yyyy-MM-dd") => Rule("date", example, format);

    /// <summary>A time of day.</summary>
    public static object Time(string example, string format = "HH:mm:ss") => Rule("time", example, format);

    /// <summary>A date with a time of day.</summary>
    public static object DateTime(string example, string format = "yyyy-MM-dd'T'HH:mm:ss") =>
        Rule("datetime", example, format);

    private static Dictionary<string, string> Rule(string type, string example, string format) =>
        new(StringComparer.Ordinal)
        {
            ["pact:matcher:type"] = type,
            ["value"] = example,
            ["format"] = format,
        };
}
