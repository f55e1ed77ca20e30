using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// Decides how the type of a parameter changed. Its value is text, whatever its type is: one value is a list of one,
/// and a number is a text.
/// </summary>
internal static class ParameterTypes
{
    /// <summary>Compares the types of a parameter that has a schema on both sides.</summary>
    public static ParameterTypeChange Compare(Sides<DiffParameter> parameters, Sides<EffectiveSchema> schemas)
    {
        if (!parameters.All(WrittenStyle.IsPlain))
        {
            return ParameterTypeChange.Other;
        }

        var (baseSchema, revisionSchema) = schemas;
        if (IsScalar(baseSchema) && IsList(revisionSchema) && revisionSchema.Items is not null)
        {
            return ParameterTypeChange.BecameList;
        }

        if (IsList(baseSchema) && IsScalar(revisionSchema) && baseSchema.Items is not null)
        {
            return ParameterTypeChange.BecameSingle;
        }

        return IsScalar(baseSchema) && !baseSchema.Types!.Contains("string") && IsAnyText(revisionSchema)
            ? ParameterTypeChange.BecameAnyText
            : ParameterTypeChange.Other;
    }

    /// <summary>Writes the types of a schema. Example: array of integer.</summary>
    public static string TextOf(EffectiveSchema schema)
    {
        var items = IsList(schema) && schema.Items?.Types is { } types ? $" of {string.Join(" or ", types)}" : "";
        return string.Join(" or ", schema.Types ?? new HashSet<string>()) + items;
    }

    private static bool IsList(EffectiveSchema schema) => schema.Types is { Count: 1 } types && types.Contains("array");

    private static bool IsScalar(EffectiveSchema schema) =>
        schema.Union is null
        && schema.Types is { Count: > 0 } types
        && !types.Contains("array")
        && !types.Contains("object");

    private static bool IsAnyText(EffectiveSchema schema) =>
        schema.Union is null
        && schema.Types is { Count: 1 } types
        && types.Contains("string")
        && schema.Enum is null
        && !schema.Keywords("pattern").Concat(schema.Keywords("format")).Concat(schema.Keywords("maxLength")).Any();
}
