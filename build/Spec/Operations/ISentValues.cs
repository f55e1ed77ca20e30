namespace Pinterest.OpenApi.Spec.Operations;

/// <summary>
/// The parameters of a request, by place. The request was sent to the sandbox, or recorded in a pact.
/// </summary>
internal interface ISentValues
{
    /// <summary>Gets the query: each name with its values, decoded.</summary>
    IEnumerable<KeyValuePair<string, IReadOnlyList<string?>>> Query { get; }

    /// <summary>Gives the value of a path parameter, decoded, or null.</summary>
    string? InPath(string name);

    /// <summary>Gives the value of a header, or null.</summary>
    string? InHeader(string name);

    /// <summary>Gives the values of a query parameter, decoded; none when it was not sent.</summary>
    IReadOnlyList<string?> InQuery(string name);
}
