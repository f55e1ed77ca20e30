using System.Numerics;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Schemas.Validation;

/// <summary>The formats of numbers that limit them.</summary>
internal static class NumberFormats
{
    private static readonly Dictionary<string, (BigInteger Least, BigInteger Most)> Ranges = new(StringComparer.Ordinal)
    {
        ["int8"] = (sbyte.MinValue, sbyte.MaxValue),
        ["int16"] = (short.MinValue, short.MaxValue),
        ["int32"] = (int.MinValue, int.MaxValue),
        ["int64"] = (long.MinValue, long.MaxValue),
        ["uint8"] = (byte.MinValue, byte.MaxValue),
        ["uint16"] = (ushort.MinValue, ushort.MaxValue),
        ["uint32"] = (uint.MinValue, uint.MaxValue),
        ["uint64"] = (ulong.MinValue, ulong.MaxValue),
    };

    /// <summary>Says what is wrong with a number, or null.</summary>
    /// <param name="format">The format. Formats without a range, such as double, limit nothing.</param>
    /// <param name="number">The number.</param>
    public static string? Problem(string format, JValue number) =>
        Ranges.TryGetValue(format, out var range)
        && Whole(number) is { } whole
        && (whole < range.Least || whole > range.Most)
            ? $"is {whole}; {format} holds {range.Least} to {range.Most}"
            : null;

    private static BigInteger? Whole(JValue number) =>
        number.Value switch
        {
            BigInteger big => big,
            long whole => whole,
            int whole => whole,
            ulong whole => whole,
            decimal value when value % 1 == 0 => new BigInteger(value),
            double value when double.IsFinite(value) && value % 1 == 0 => new BigInteger(value),
            _ => null,
        };
}
