using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Schemas;

/// <summary>The limits that a schema sets to a single text, number or list.</summary>
internal static class ValueLimits
{
    // A pattern of a description may take exponential time on a hostile value.
    private static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(200);

    /// <summary>Lists what is wrong with a text.</summary>
    public static IEnumerable<string> OfText(EffectiveSchema schema, string text)
    {
        var length = CodePoints(text);
        if (schema.Limit("maxLength", isUpper: true) is { } most && length > most.Number)
        {
            yield return $"has {length} characters; at most {most} are allowed";
        }

        if (schema.Limit("minLength", isUpper: false) is { } least && length < least.Number)
        {
            yield return $"has {length} characters; at least {least} are needed";
        }

        foreach (var pattern in schema.Keywords("pattern").OfType<JValue>().Select(part => (string?)part))
        {
            if (pattern is not null && !Matches(pattern, text))
            {
                yield return $"does not match {pattern}";
            }
        }

        switch ((string?)(schema.Keyword("format") as JValue))
        {
            case "date" when !IsDay(text):
                yield return "must be a day, as yyyy-MM-dd";
                break;
            case "date-time" when !IsTime(text):
                yield return "must be a time, as RFC 3339 writes it";
                break;
        }
    }

    /// <summary>Lists what is wrong with a number.</summary>
    public static IEnumerable<string> OfNumber(EffectiveSchema schema, JValue number)
    {
        if (ExactNumber.Of(number) is not { } value)
        {
            yield break;
        }

        if (
            schema.Limit("maximum", isUpper: true, "exclusiveMaximum") is { } most
            && (value > most.Number || (most.IsExclusive && value == most.Number))
        )
        {
            yield return $"is {value}; at most {most} is allowed";
        }

        if (
            schema.Limit("minimum", isUpper: false, "exclusiveMinimum") is { } least
            && (value < least.Number || (least.IsExclusive && value == least.Number))
        )
        {
            yield return $"is {value}; at least {least} is needed";
        }
    }

    /// <summary>Lists what is wrong with the length of a list.</summary>
    public static IEnumerable<string> OfList(EffectiveSchema schema, JArray list)
    {
        if (schema.Limit("maxItems", isUpper: true) is { } most && list.Count > most.Number)
        {
            yield return $"has {list.Count} items; at most {most} are allowed";
        }

        if (schema.Limit("minItems", isUpper: false) is { } least && list.Count < least.Number)
        {
            yield return $"has {list.Count} items; at least {least} are needed";
        }
    }

    // JSON Schema counts characters, which are code points. Example: an emoji is one, and two chars of a string.
    private static int CodePoints(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }

    private static bool Matches(string pattern, string text)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant | RegexOptions.ECMAScript, PatternTime);
        }
        catch (Exception error) when (error is ArgumentException or RegexMatchTimeoutException)
        {
            // A pattern that cannot be run forbids nothing.
            return true;
        }
    }

    private static bool IsDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsTime(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);
}
