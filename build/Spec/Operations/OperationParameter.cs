namespace Pinterest.OpenApi.Spec.Operations;

/// <summary>How a parameter is written into the request.</summary>
internal enum ParameterStyle
{
    /// <summary>Into the path.</summary>
    Path,

    /// <summary>Into a header.</summary>
    Header,

    /// <summary>Into the query as one value.</summary>
    Single,

    /// <summary>An array in the query, the name repeated for each value: <c>ids=a&amp;ids=b</c>.</summary>
    Repeated,

    /// <summary>An array in the query as one value joined by commas: <c>ids=a,b</c>.</summary>
    Joined,

    /// <summary>An object in the query, its members in brackets: <c>filter[type]=a</c>.</summary>
    DeepObject,
}

/// <summary>A parameter of an operation.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Style">How it is written.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="IsDeprecated">Whether the description deprecates it.</param>
/// <param name="Maximum">Its greatest value, if it is a number and has one.</param>
internal sealed record OperationParameter(
    string Name,
    ParameterStyle Style,
    bool IsRequired,
    bool IsDeprecated,
    decimal? Maximum
);
