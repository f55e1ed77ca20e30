namespace Pinterest.OpenApi.Spec.Operations;

/// <summary>A parameter of an operation.</summary>
internal sealed record OperationParameter
{
    /// <summary>Gets its name in requests.</summary>
    public required string Name { get; init; }

    /// <summary>Gets how it is written into a request.</summary>
    public required ParameterStyle Style { get; init; }

    /// <summary>Gets whether it is required.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Gets whether the description deprecates it.</summary>
    public bool IsDeprecated { get; init; }

    /// <summary>Gets its smallest value, when it is a number and has one.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>Gets its greatest value, when it is a number and has one.</summary>
    public decimal? Maximum { get; init; }
}
