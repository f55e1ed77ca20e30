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
