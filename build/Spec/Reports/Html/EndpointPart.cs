namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>One operation of the endpoint reference.</summary>
internal sealed record EndpointPart : PageModel
{
    /// <summary>Gets the operationId, which a link to the operation ends in.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the HTTP method, in capitals.</summary>
    public required string Method { get; init; }

    /// <summary>Gets the path template.</summary>
    public required string Path { get; init; }

    /// <summary>Gets read or write.</summary>
    public required string Access { get; init; }

    /// <summary>Gets the group that the group filter looks for.</summary>
    public required string Group { get; init; }

    /// <summary>Gets the scopes that the scope filter looks for, one a line.</summary>
    public required string Scopes { get; init; }

    /// <summary>Gets the words that the text filter searches.</summary>
    public required string Words { get; init; }

    /// <summary>Gets whether the description deprecates it.</summary>
    public required bool IsDeprecated { get; init; }

    /// <summary>Gets the calls in C#.</summary>
    public required IReadOnlyList<string> Calls { get; init; }

    /// <summary>Gets the details.</summary>
    public required IReadOnlyList<FactPart> Facts { get; init; }
}
