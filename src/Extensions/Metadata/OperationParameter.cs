namespace Pinterest.OpenApi.Metadata;

/// <summary>A parameter of an operation.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Style">How it is written into the request.</param>
/// <param name="IsRequired">Whether it must be given.</param>
public sealed record OperationParameter(string Name, ParameterStyle Style, bool IsRequired);
