using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Operations;

/// <summary>A parameter of an operation, with the values that it allows.</summary>
/// <param name="Facts">What the description says of it.</param>
/// <param name="Schema">The values that it allows, or null when the description gives no schema.</param>
internal sealed record ParameterSchema(OperationParameter Facts, EffectiveSchema? Schema)
{
    /// <summary>Gets its name in requests.</summary>
    public string Name => Facts.Name;
}
