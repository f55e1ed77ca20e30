using System.Globalization;
using System.Numerics;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Schemas;

/// <summary>
/// A number of a description, compared exactly. Example: 3.4028234663852886e+38, the largest float, is more than a decimal
/// holds, and is still larger than 100.
/// </summary>
internal readonly struct ExactNumber : IComparable<ExactNumber>, IEquatable<ExactNumber>
{
    // A person does not count more zeros than these.
    private const int MostZeros = 15;

    // A double has no digit further out, so that two numbers are brought to the same power of ten in no time.
    private readonly BigInteger _digits;
    private readonly int _power;
    private readonly string _text;

    private ExactNumber(BigInteger digits, int power, string text)
    {
        while (!digits.IsZero && digits % 10 == 0)
        {
            digits /= 10;
            power++;
        }

        _digits = digits;
        _power = digits.IsZero ? 0 : power;
        _text = text;
    }

    /// <summary>Gets whether it has no fraction.</summary>
    public bool IsInteger => _power >= 0;

    /// <summary>Gets the value; null when a decimal does not hold it.</summary>
    public decimal? AsDecimal =>
        _power >= -28 && decimal.TryParse(Canonical, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>Gets a text that equal numbers share. Examples: 1.50 gives 1.5, and 1e30 gives 1E30.</summary>
    public string Canonical
    {
        get
        {
            if (_power >= 0)
            {
                return _power <= 28
                    ? (_digits * BigInteger.Pow(10, _power)).ToString(CultureInfo.InvariantCulture)
                    : $"{_digits.ToString(CultureInfo.InvariantCulture)}E{_power}";
            }

            if (_power < -28)
            {
                return $"{_digits.ToString(CultureInfo.InvariantCulture)}E{_power}";
            }

            var digits = BigInteger.Abs(_digits).ToString(CultureInfo.InvariantCulture).PadLeft(1 - _power, '0');
            var sign = _digits.Sign < 0 ? "-" : "";
            return $"{sign}{digits[..^-_power]}.{digits[^-_power..]}";
        }
    }

    // Example: 340282346638528860000000000000000000000 is 3.402823466385286E+38.
    private string Scientific
    {
        get
        {
            var digits = BigInteger.Abs(_digits).ToString(CultureInfo.InvariantCulture);
            var sign = _digits.Sign < 0 ? "-" : "";
            var fraction = digits.Length > 1 ? "." + digits[1..] : "";
            return $"{sign}{digits[0]}{fraction}E+{_power + digits.Length - 1}";
        }
    }

    /// <summary>Gives the value of a number; null for anything else, and for a number that is infinite.</summary>
    public static ExactNumber? Of(JToken? value) =>
        value is JValue { Type: JTokenType.Integer or JTokenType.Float, Value: { } number } ? Parsed(number) : null;

    public static implicit operator ExactNumber(int number) =>
        new(number, 0, number.ToString(CultureInfo.InvariantCulture));

    public static implicit operator ExactNumber(decimal number) => Parsed(number)!.Value;

    public static bool operator <(ExactNumber one, ExactNumber other) => one.CompareTo(other) < 0;

    public static bool operator >(ExactNumber one, ExactNumber other) => one.CompareTo(other) > 0;

    public static bool operator <=(ExactNumber one, ExactNumber other) => one.CompareTo(other) <= 0;

    public static bool operator >=(ExactNumber one, ExactNumber other) => one.CompareTo(other) >= 0;

    public static bool operator ==(ExactNumber one, ExactNumber other) => one.Equals(other);

    public static bool operator !=(ExactNumber one, ExactNumber other) => !one.Equals(other);

    /// <summary>Adds a whole number.</summary>
    public ExactNumber Plus(int summand)
    {
        var power = Math.Min(_power, 0);
        var digits = At(power) + (summand * BigInteger.Pow(10, -power));
        var sum = new ExactNumber(digits, power, "");
        return new ExactNumber(digits, power, sum.Canonical);
    }

    /// <summary>Tells whether it is another number times a whole number. Example: 1.5 is one of 0.5.</summary>
    public bool IsMultipleOf(ExactNumber other)
    {
        if (other._digits.IsZero)
        {
            return false;
        }

        var power = Math.Min(_power, other._power);
        return (At(power) % other.At(power)).IsZero;
    }

    /// <inheritdoc/>
    public int CompareTo(ExactNumber other)
    {
        var power = Math.Min(_power, other._power);
        return At(power).CompareTo(other.At(power));
    }

    /// <inheritdoc/>
    public bool Equals(ExactNumber other) => _digits == other._digits && _power == other._power;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ExactNumber other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_digits, _power);

    /// <summary>Gives the number as the description writes it. Example: 1.50.</summary>
    public override string ToString() => _text ?? "0";

    private BigInteger At(int power) => _digits * BigInteger.Pow(10, _power - power);

    private static ExactNumber? Parsed(object number)
    {
        if (number is BigInteger large)
        {
            var exact = new ExactNumber(large, 0, "");
            return new ExactNumber(large, 0, exact._power > MostZeros ? exact.Scientific : exact.Canonical);
        }

        var text = Convert.ToString(number, CultureInfo.InvariantCulture)!;
        var (mantissa, power) = text.Split('E') is [var front, var exponent]
            ? (front, int.Parse(exponent, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))
            : (text, 0);
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        return BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? new ExactNumber(whole, point < 0 ? power : power - (mantissa.Length - point - 1), text)
            : null;
    }
}
