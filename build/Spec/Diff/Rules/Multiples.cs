using System.Globalization;
using System.Numerics;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>Compares multipleOf exactly. Example: 10 becomes 5: wider, because every multiple of 10 is one of 5.</summary>
internal static class Multiples
{
    /// <summary>Compares what multipleOf allows on the two sides.</summary>
    public static MultipleChange Compare(Sides<EffectiveSchema> schemas)
    {
        // Nearly no schema has the keyword.
        if (!schemas.Any(schema => schema.Keyword("multipleOf") is not null))
        {
            return MultipleChange.Same;
        }

        var (isBaseRead, isRevisionRead) = schemas.Select(AreNumbers);
        if (!isBaseRead || !isRevisionRead)
        {
            return MultipleChange.Other;
        }

        var isWider = AreIncluded(schemas.Base, schemas.Revision);
        var isNarrower = AreIncluded(schemas.Revision, schemas.Base);
        return (isWider, isNarrower) switch
        {
            (true, true) => MultipleChange.Same,
            (true, _) => MultipleChange.Wider,
            (_, true) => MultipleChange.Narrower,
            _ => MultipleChange.Other,
        };
    }

    /// <summary>Tells whether all numbers that one schema allows by multipleOf are allowed by that of another.</summary>
    public static bool AreIncluded(EffectiveSchema inner, EffectiveSchema outer)
    {
        var outerFactors = Of(outer).ToList();
        if (outerFactors.Count == 0)
        {
            return true;
        }

        if (inner.Enum is { Count: > 0 } values)
        {
            return values.All(value =>
                Number(value) is not { } number || outerFactors.TrueForAll(factor => IsMultiple(number, factor))
            );
        }

        // A whole number is a multiple of 1.
        var innerFactors = Of(inner);
        if (inner.Types is { Count: 1 } types && types.Contains("integer"))
        {
            innerFactors = innerFactors.Append(1);
        }

        return innerFactors.ToList() is { Count: > 0 } factors
            && LeastCommonMultiple(factors) is var common
            && outerFactors.TrueForAll(factor => common.Number % Scaled(factor, common.Scale) == 0);
    }

    private static bool AreNumbers(EffectiveSchema schema) =>
        schema.Keywords("multipleOf").All(value => CanonicalValue.Number(value) > 0);

    private static IEnumerable<decimal> Of(EffectiveSchema schema) =>
        schema.Keywords("multipleOf").Select(CanonicalValue.Number).OfType<decimal>().Where(factor => factor > 0);

    private static decimal? Number(string value) =>
        decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsMultiple(decimal number, decimal factor) =>
        Scaled(number, MaxScale) % Scaled(factor, MaxScale) == 0;

    // All decimals are whole when they are multiplied by this power of ten.
    private const int MaxScale = 28;

    private static (BigInteger Number, int Scale) LeastCommonMultiple(List<decimal> factors)
    {
        var common = BigInteger.One;
        foreach (var factor in factors.Select(factor => Scaled(factor, MaxScale)))
        {
            common = common / BigInteger.GreatestCommonDivisor(common, factor) * factor;
        }

        return (common, MaxScale);
    }

    private static BigInteger Scaled(decimal number, int scale)
    {
        var bits = decimal.GetBits(number);
        var digits =
            (new BigInteger((uint)bits[2]) << 64)
            + (new BigInteger((uint)bits[1]) << 32)
            + new BigInteger((uint)bits[0]);
        return (number < 0 ? -digits : digits) * BigInteger.Pow(10, scale - number.Scale);
    }
}
