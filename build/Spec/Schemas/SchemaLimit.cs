using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Schemas;

/// <summary>A limit of a number, a length or a count, and where it stands.</summary>
/// <param name="Number">The value.</param>
/// <param name="IsExclusive">Whether the value itself lies outside.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record SchemaLimit(ExactNumber Number, bool IsExclusive, JToken Place)
{
    // Sums and differences of two such numbers fit a decimal.
    private const decimal MostNear = 10_000_000_000_000_000_000_000_000_000m;

    /// <summary>
    /// Gets the value for those who make up values; a larger one than they need becomes one that they can calculate with.
    /// Example: the largest float, 3.4e38, becomes 1e28.
    /// </summary>
    public decimal Near
    {
        get
        {
            if (Number > MostNear)
            {
                return MostNear;
            }

            return Number < -MostNear ? -MostNear : Number.AsDecimal ?? 0;
        }
    }

    /// <summary>
    /// Gives the strictest limit of several schema nodes that hold together.
    /// Example: maxLength 10 in one part of an allOf and 5 in another give 5.
    /// </summary>
    /// <param name="parts">The nodes.</param>
    /// <param name="keyword">For example maxLength.</param>
    /// <param name="isUpper">Whether a smaller one is stricter.</param>
    /// <param name="exclusive">The keyword that leaves the value itself out, or null.</param>
    public static SchemaLimit? Strictest(
        IEnumerable<JObject> parts,
        string keyword,
        bool isUpper,
        string? exclusive = null
    )
    {
        SchemaLimit? strictest = null;
        foreach (var part in parts)
        {
            strictest = Stricter(strictest, Beside(part, keyword, exclusive), isUpper);
            strictest = Stricter(strictest, exclusive is null ? null : Own(part, exclusive), isUpper);
        }

        return strictest;
    }

    /// <summary>Tells whether this limit allows less than another.</summary>
    public bool IsStricterThan(SchemaLimit other, bool isUpper)
    {
        if (Number == other.Number)
        {
            return IsExclusive && !other.IsExclusive;
        }

        return isUpper ? Number < other.Number : Number > other.Number;
    }

    // In 3.1 the limit is the value of the exclusive keyword, in 3.0 a flag beside it makes the limit exclusive.
    private bool IsWrittenExclusive =>
        Place.Parent is JProperty { Name: var name } keyword
        && (
            name.StartsWith("exclusive", StringComparison.Ordinal)
            || keyword.Parent.Member($"exclusive{char.ToUpperInvariant(name[0])}{name[1..]}").IsTrue()
        );

    /// <summary>
    /// Writes the limit as the description does, even where it counts as another one. Example: exclusiveMinimum: 0 of an
    /// integer counts as minimum: 1, and is written 0 (exclusive).
    /// </summary>
    public override string ToString() =>
        (ExactNumber.Of(Place)?.ToString() ?? Place.PlainText()) + (IsWrittenExclusive ? " (exclusive)" : "");

    // In 3.0 the exclusive keyword is a boolean beside the limit.
    private static SchemaLimit? Beside(JObject part, string keyword, string? exclusive) =>
        ExactNumber.Of(part[keyword]) is { } value
            ? new SchemaLimit(value, exclusive is not null && part[exclusive].IsTrue(), part[keyword]!)
            : null;

    // In 3.1 the exclusive keyword is a number of its own.
    private static SchemaLimit? Own(JObject part, string exclusive) =>
        ExactNumber.Of(part[exclusive]) is { } value ? new SchemaLimit(value, true, part[exclusive]!) : null;

    private static SchemaLimit? Stricter(SchemaLimit? known, SchemaLimit? next, bool isUpper)
    {
        if (known is null || next is null)
        {
            return known ?? next;
        }

        return next.IsStricterThan(known, isUpper) ? next : known;
    }
}
