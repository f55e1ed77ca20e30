using System.Globalization;
using System.Numerics;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>
/// Reads the text of a number without losing any of it where that can be avoided. Example: 3.4028234663852886e+38, the
/// largest float, is more than a decimal holds, and becomes a BigInteger. 1e-30 would be 0 in a decimal, and becomes a double.
/// No large number becomes a double, because Newtonsoft fails to compare one with a decimal.
/// </summary>
internal static class NumberText
{
    // So many digits are read in no time. A number with more of them is taken for the largest of that length.
    private const int MostDigits = 380;

    // A decimal has 28 digits behind the point, so what is smaller than this would lose some of its own.
    private const decimal SmallestDecimal = 0.000_000_000_000_1m;

    /// <summary>Reads a number as JSON writes it.</summary>
    /// <returns>
    /// A long, a BigInteger, a decimal, or a double that is nearer to 0 than 1; null when the text is no number.
    /// </returns>
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
        if (isDecimal)
        {
            return number;
        }

        return Math.Abs(real) < 1 ? real : Large(text);
    }

    // A fraction of a number that has 29 digits before its point says nothing. Example: 3.4e38 is 34 and 37 zeros.
    private static BigInteger Large(string text)
    {
        var parts = text.Split('e', 'E');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var digits = parts[0].Replace(".", "", StringComparison.Ordinal);
        var exponent = parts.Length > 1 ? BigInteger.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        var power = (int)BigInteger.Min(exponent - (point < 0 ? 0 : parts[0].Length - point - 1), MostDigits);
        if (digits.Length > MostDigits)
        {
            power = Math.Min(power + digits.Length - MostDigits, MostDigits);
            digits = digits[..MostDigits];
        }

        var whole = BigInteger.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return power < 0 ? whole / BigInteger.Pow(10, -power) : whole * BigInteger.Pow(10, power);
    }
}
