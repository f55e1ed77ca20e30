namespace Pinterest.OpenApi.Metadata;

/// <summary>Names the operation that a generated method calls.</summary>
/// <param name="id">The operationId.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PinterestOperationAttribute(string id) : Attribute
{
    /// <summary>Gets the operationId, for example pins/get.</summary>
    public string Id { get; } = id;
}
