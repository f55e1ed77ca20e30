using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>What a value must be, depending on what it is (if, then, else).</summary>
/// <param name="If">What decides.</param>
/// <param name="Then">What a value must be that follows it; null where nothing is said.</param>
/// <param name="Else">What another value must be; null where nothing is said.</param>
internal sealed record Condition(JToken If, InnerSchema? Then, InnerSchema? Else)
{
    /// <summary>Lists the conditions of a schema that reject something.</summary>
    public static IReadOnlyList<Condition> ReadAll(EffectiveSchema schema) =>
        [
            .. schema
                .Parts.Where(part => part["if"] is not null)
                .Select(part => new Condition(
                    part["if"]!,
                    InnerSchema.Of(schema.Model, [part["then"]]),
                    InnerSchema.Of(schema.Model, [part["else"]])
                ))
                .Where(condition => condition.Then is { IsAnything: false } || condition.Else is { IsAnything: false }),
        ];
}
