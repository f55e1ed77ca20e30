using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Gives JSON values as the text of a column.</summary>
internal static class ValueText
{
    /// <summary>Gives a scalar as text, and a list or an object as its JSON.</summary>
    public static string? Of(JToken token) =>
        token is JValue value ? OfScalar(value.Value) : token.ToString(Formatting.None);

    /// <summary>Gives the value of a JSON token that is neither a list nor an object.</summary>
    public static string? OfScalar(object? value) =>
        value switch
        {
            null => null,
            string text => text,
            bool flag => flag ? "true" : "false",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
}
