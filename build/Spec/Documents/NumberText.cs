using System.Globalization;
using System.Numerics;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>
/// Reads the text of a number without losing any of it where that can be avoided. Example: 3.4028234663852886e+38, the
/// largest float, is more than a decimal holds, and 1e-30 would be 0 in one; both become a double.
/// </summary>
internal static class NumberText
{
    // So many digits are read in no time; a number with more of them is a double.
    private const int MostDigits = 380;

    // A decimal has 28 digits behind the point, so what is smaller than this would lose some of its own.
    private const decimal SmallestDecimal = 0.000_000_000_000_1m;

    /// <summary>Reads a number as JSON writes it.</summary>
    /// <returns>A long, a BigInteger, a decimal or a double; null when the text is no number.</returns>
    public static object? Read(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return whole;
        }

        if (
            text.Length <= MostDigits
            && BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large)
        )
        {
            return large;
        }

        return Real(text);
    }

    private static object? Real(string text)
    {
        const NumberStyles style =
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!double.TryParse(text, style, CultureInfo.InvariantCulture, out var real))
        {
            return null;
        }

        var isDecimal =
            decimal.TryParse(text, style, CultureInfo.InvariantCulture, out var number)
            && (real == 0 || Math.Abs(number) >= SmallestDecimal);
        return isDecimal ? number : real;
    }
}
