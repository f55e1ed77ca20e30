namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>Which part of an endpoint a line speaks of.</summary>
internal enum LinePart
{
    /// <summary>The endpoint as a whole.</summary>
    Endpoint,

    /// <summary>The body of the request.</summary>
    Request,

    /// <summary>The body of a response.</summary>
    Response,

    /// <summary>A parameter.</summary>
    Parameter,

    /// <summary>The description, and no endpoint.</summary>
    Document,
}
