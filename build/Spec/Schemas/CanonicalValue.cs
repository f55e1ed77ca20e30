using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Schemas;

/// <summary>Values of a description in a form in which equal values are equal.</summary>
internal static class CanonicalValue
{
    /// <summary>Writes a value as JSON. Equal numbers become equal text: <c>1.0</c> gives 1.</summary>
    public static string Text(JToken value) => ExactNumber.Of(value)?.Canonical ?? value.ToString(Formatting.None);

    /// <summary>
    /// Gets the value of a number, or null for anything else. A number that a decimal does not hold gives null, too; use
    /// <see cref="ExactNumber"/> where such numbers count.
    /// </summary>
    public static decimal? Number(JToken? value) => ExactNumber.Of(value)?.AsDecimal;
}
