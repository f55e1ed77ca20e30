using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>What a place of a changelog leads to in one description.</summary>
internal sealed record SchemaPlace
{
    /// <summary>Gets the schema at the place.</summary>
    public required EffectiveSchema Schema { get; init; }

    /// <summary>Gets the schema that has the property; null when the place is no property.</summary>
    public EffectiveSchema? Parent { get; init; }

    /// <summary>Gets the name of the property; null when the place is none.</summary>
    public string? Property { get; init; }

    /// <summary>Gets whether a union had to be entered that the place does not name.</summary>
    public bool IsInVariant { get; init; }

    /// <summary>Gets the schemas on the way, the outermost first, with that at the place.</summary>
    public required IReadOnlyList<EffectiveSchema> Trail { get; init; }

    /// <summary>Gets where the properties and variants on the way are written.</summary>
    public IReadOnlyList<JObject> Written { get; init; } = [];

    /// <summary>Gets whether the property must be there.</summary>
    public bool IsRequired => Property is { } name && Parent!.Required.ContainsKey(name);

    /// <summary>Goes on to a schema below.</summary>
    public SchemaPlace To(EffectiveSchema below, JToken? written, bool isInVariant = false) =>
        this with
        {
            Schema = below,
            Parent = null,
            Property = null,
            IsInVariant = IsInVariant || isInVariant,
            Trail = [.. Trail, below],
            Written = written is JObject node ? [.. Written, node] : Written,
        };
}
