using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Schemas.Validation;

/// <summary>The limits that a schema sets to a single text, number or list.</summary>
internal static class ValueLimits
{
    // A pattern of a description may take exponential time on a hostile value.
    private static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(200);

    /// <summary>Lists what is wrong with a text.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="text">The text.</param>
    /// <param name="allowsLocalTime">Whether a date-time may lack its offset.</param>
    public static IEnumerable<string> OfText(JObject schema, string text, bool allowsLocalTime = false)
    {
        foreach (var problem in OfCount(schema, CodePoints(text), "Length", "characters"))
        {
            yield return problem;
        }

        if (schema["pattern"].Text() is { } pattern && !Matches(pattern, text))
        {
            yield return $"does not match {pattern}";
        }

        if (
            schema["format"].Text() is { } format
            && TextFormats.Problem(format, text) is { } wrong
            && !(allowsLocalTime && TextFormats.IsLocalTime(format, text))
        )
        {
            yield return wrong;
        }
    }

    /// <summary>Lists what is wrong with a number.</summary>
    public static IEnumerable<string> OfNumber(JObject schema, JValue number)
    {
        if (Beyond(schema, "maximum", "exclusiveMaximum", number, sign: 1) is { } most)
        {
            yield return $"is {JsonNumber.Text(number)}; at most {most} is allowed";
        }

        if (Beyond(schema, "minimum", "exclusiveMinimum", number, sign: -1) is { } least)
        {
            yield return $"is {JsonNumber.Text(number)}; at least {least} is needed";
        }

        if (JsonNumber.Is(schema["multipleOf"]) && !JsonNumber.IsMultiple(number, schema["multipleOf"]!))
        {
            yield return $"is {JsonNumber.Text(number)}, which is no multiple of {JsonNumber.Text(schema["multipleOf"]!)}";
        }

        if (schema["format"].Text() is { } format && NumberFormats.Problem(format, number) is { } wrong)
        {
            yield return wrong;
        }
    }

    /// <summary>Lists what is wrong with a count.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="count">The count.</param>
    /// <param name="keyword">The keyword without min or max: Length, Items or Properties.</param>
    /// <param name="things">What is counted.</param>
    /// <param name="isLowerLeftOut">Whether the lower limit does not count.</param>
    public static IEnumerable<string> OfCount(
        JObject schema,
        int count,
        string keyword,
        string things,
        bool isLowerLeftOut = false
    )
    {
        if (CanonicalValue.Number(schema["max" + keyword]) is { } most && count > most)
        {
            yield return $"has {count} {things}; at most {most} are allowed";
        }

        if (!isLowerLeftOut && CanonicalValue.Number(schema["min" + keyword]) is { } least && count < least)
        {
            yield return $"has {count} {things}; at least {least} are needed";
        }
    }

    /// <summary>Tells whether a pattern is found in a text. A pattern that cannot be run is found in any.</summary>
    public static bool Matches(string pattern, string text)
    {
        try
        {
            return Matches(pattern, text, RegexOptions.CultureInvariant | RegexOptions.ECMAScript);
        }
        catch (ArgumentException)
        {
            // .NET's ECMAScript mode lacks parts of ECMAScript. Example: \p{L}.
            return MatchesAsDotNet(pattern, text);
        }
    }

    private static bool MatchesAsDotNet(string pattern, string text)
    {
        try
        {
            return Matches(pattern, text, RegexOptions.CultureInvariant);
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static bool Matches(string pattern, string text, RegexOptions options)
    {
        try
        {
            return Regex.IsMatch(text, pattern, options, PatternTime);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    // In 3.0 the exclusive keyword is a boolean beside the limit, in 3.1 a number of its own.
    private static string? Beyond(JObject schema, string keyword, string exclusive, JValue number, int sign)
    {
        if (schema[keyword] is { } limit && JsonNumber.Is(limit))
        {
            var order = JsonNumber.Compare(number, limit) * sign;
            if (order > 0 || (order == 0 && schema[exclusive].IsTrue()))
            {
                return JsonNumber.Text(limit) + (schema[exclusive].IsTrue() ? " (exclusive)" : "");
            }
        }

        return schema[exclusive] is { } own && JsonNumber.Is(own) && JsonNumber.Compare(number, own) * sign >= 0
            ? JsonNumber.Text(own) + " (exclusive)"
            : null;
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
}
