namespace Pinterest.OpenApi.Spec.Operations;

/// <summary>The operation that a request calls.</summary>
/// <param name="Operation">The operation, or null when there is none.</param>
/// <param name="PathValues">The values of the path parameters, decoded.</param>
/// <param name="AllowedMethods">The methods of the path, when it is known.</param>
internal sealed record RouteMatch<T>(
    T? Operation,
    IReadOnlyDictionary<string, string> PathValues,
    IReadOnlyList<string> AllowedMethods
)
    where T : class
{
    /// <summary>Gets the values of the path parameters as they are written: %2C in a list is no separator.</summary>
    public IReadOnlyDictionary<string, string> WrittenPathValues { get; init; } = PathValues;

    /// <summary>Gets whether the description has the path, with this method or with others.</summary>
    public bool IsKnown => Operation is not null || AllowedMethods.Count > 0;
}
