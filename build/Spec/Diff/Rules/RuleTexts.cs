using System.Globalization;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The sentences that several rules share, and how values are written in messages.</summary>
internal static class RuleTexts
{
    public const string NoAction = "No action is needed.";
    public const string Harmless = "Code that works with the base works with the revision.";
    public const string Narrower = "A request with a value that was accepted before may be rejected.";
    public const string Wider = "Responses may contain values that were not allowed before.";
    public const string CheckValues = "Check the values that you send against the new limit.";
    public const string ReadMore = "Handle the new values when you read responses.";

    private const int MaxListedValues = 12;
    private const int MaxValueLength = 80;
    private const string Ellipsis = "...";
    private const string None = "none";

    /// <summary>Lists values in order. Beyond twelve only their number is given. Example: A, B and 772 more.</summary>
    public static string List(IEnumerable<string> values)
    {
        var sorted = values.Select(value => value.Trim('"')).Order(StringComparer.Ordinal).ToList();
        var more = sorted.Count > MaxListedValues ? $" and {sorted.Count - MaxListedValues} more" : "";
        return string.Join(", ", sorted.Take(MaxListedValues)) + more;
    }

    /// <summary>
    /// Writes one value; "none" for no value. A text stands without quotes, and long JSON is cut. The schema {not: {}}
    /// is written as false, which is what most descriptions write.
    /// </summary>
    public static string Of(JToken? value) =>
        value switch
        {
            null => None,
            JValue { Value: string text } => text,
            JObject { Count: 1 } schema when BooleanSchemas.AllowsNothing(schema) => "false",
            _ => Cut(value.PlainText()),
        };

    /// <summary>
    /// Writes one value as <see cref="Of"/> does, in full. A number or a boolean is written as .NET does: True.
    /// </summary>
    public static string InFull(JToken? value) =>
        value switch
        {
            null => None,
            JValue simple => simple.ToString(CultureInfo.InvariantCulture),
            _ => value.PlainText(),
        };

    private static string Cut(string text) =>
        text.Length <= MaxValueLength ? text : text[..(MaxValueLength - Ellipsis.Length)] + Ellipsis;
}
