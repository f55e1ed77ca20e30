using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>What a value must be, depending on what it is (if, then, else).</summary>
/// <param name="If">What decides.</param>
/// <param name="Then">What a value must be that follows it; null where nothing is said.</param>
/// <param name="Else">What another value must be; null where nothing is said.</param>
internal sealed record Condition(JToken If, InnerSchema? Then, InnerSchema? Else)
{
    /// <summary>
    /// Gives the one property whose presence decides, where nothing else does and there is no else; otherwise null.
    /// Such a condition means what dependentSchemas means. Example: if: {required: [card]}, then: {required: [zip]}.
    /// </summary>
    public static string? DependsOn(EffectiveSchema schema, JObject part)
    {
        if (
            part["if"] is not JObject { HasValues: true } decides
            || decides["required"] is not JArray { Count: 1 } names
            || part["then"] is not (JObject or JValue { Type: JTokenType.Boolean })
            || InnerSchema.Of(schema.Model, [part["else"]]) is { IsAnything: false }
        )
        {
            return null;
        }

        var isAboutObjects = decides["type"].Text() == "object" || schema.Types is null || !HasOtherTypes(schema);
        var saysNoMore = decides
            .Properties()
            .All(member =>
                member.Name == "required"
                || (member.Name == "type" && member.Value.Text() == "object")
                || (member.Name == "properties" && AllowAnything(schema, member.Value as JObject))
                || SchemaKeywords.IsAnnotation(member.Name)
            );
        return isAboutObjects && saysNoMore ? names[0].Text() : null;
    }

    private static bool HasOtherTypes(EffectiveSchema schema) => schema.Types!.Any(type => type != "object");

    private static bool AllowAnything(EffectiveSchema schema, JObject? properties) =>
        properties?.Properties().All(property => InnerSchema.Of(schema.Model, [property.Value]) is { IsAnything: true })
        == true;

    /// <summary>Lists the conditions of a schema that reject something.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="dependencies">The properties whose conditions count as dependencies.</param>
    public static IReadOnlyList<Condition> ReadAll(EffectiveSchema schema, IReadOnlySet<string> dependencies)
    {
        return
        [
            .. schema
                .Parts.Where(part => part["if"] is not null && !IsDependency(part))
                .Select(part => new Condition(
                    part["if"]!,
                    InnerSchema.Of(schema.Model, [part["then"]]),
                    InnerSchema.Of(schema.Model, [part["else"]])
                ))
                .Where(condition => condition.Then is { IsAnything: false } || condition.Else is { IsAnything: false }),
        ];

        bool IsDependency(JObject part) => DependsOn(schema, part) is { } property && dependencies.Contains(property);
    }
}
