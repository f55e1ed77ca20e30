using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Schemas.Validation;

/// <summary>Compares numbers of any size: exactly where decimal can hold both, as doubles elsewhere.</summary>
internal static class JsonNumber
{
    // What a division of doubles may be off by. Example: 1e40 / 1e20 is not quite whole.
    private const double Tolerance = 1e-9;

    /// <summary>Tells whether a token is a number.</summary>
    public static bool Is(JToken? token) => token is JValue { Type: JTokenType.Integer or JTokenType.Float };

    /// <summary>Tells whether a number is whole. Example: 5.0 is.</summary>
    public static bool IsWhole(JToken token)
    {
        if (token.Type is JTokenType.Integer)
        {
            return true;
        }

        return CanonicalValue.Number(token) is { } exact ? exact % 1 == 0 : Is(token) && Double(token) % 1 == 0;
    }

    /// <summary>Compares two numbers as <see cref="IComparable"/> does.</summary>
    public static int Compare(JToken left, JToken right) =>
        CanonicalValue.Number(left) is { } exact && CanonicalValue.Number(right) is { } other
            ? exact.CompareTo(other)
            : Double(left).CompareTo(Double(right));

    /// <summary>Tells whether a number is a multiple of another.</summary>
    public static bool IsMultiple(JToken value, JToken step)
    {
        if (CanonicalValue.Number(value) is { } exact && CanonicalValue.Number(step) is { } other)
        {
            return other == 0 || exact % other == 0;
        }

        var times = Double(value) / Double(step);
        return !double.IsFinite(times) || Math.Abs(times - Math.Round(times)) < Tolerance;
    }

    /// <summary>Writes a number.</summary>
    public static string Text(JToken number) => Convert.ToString(((JValue)number).Value, CultureInfo.InvariantCulture)!;

    private static double Double(JToken token) =>
        double.Parse(Text(token), NumberStyles.Float, CultureInfo.InvariantCulture);
}
