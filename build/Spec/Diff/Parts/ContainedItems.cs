using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>How many items of an array must follow a schema (contains, minContains, maxContains).</summary>
/// <param name="Part">The schema that has the keywords.</param>
/// <param name="Inner">What such an item follows.</param>
internal sealed record ContainedItems(JObject Part, InnerSchema Inner)
{
    /// <summary>Gets how many items there must be at least.</summary>
    public decimal Min => CanonicalValue.Number(Part["minContains"]) ?? 1;

    /// <summary>Gets how many there may be at most; null for any number.</summary>
    public decimal? Max => CanonicalValue.Number(Part["maxContains"]);

    /// <summary>Lists what a schema demands. What rejects no array is left out. Example: minContains: 0.</summary>
    public static IReadOnlyList<ContainedItems> ReadAll(EffectiveSchema schema) =>
        [
            .. schema
                .Parts.Select(part =>
                    InnerSchema.Of(schema.Model, [part["contains"]]) is { } inner
                        ? new ContainedItems(part, inner)
                        : null
                )
                .OfType<ContainedItems>()
                .Where(contained => contained.Min > 0 || (contained.Max is not null && !contained.Inner.IsNever)),
        ];
}
