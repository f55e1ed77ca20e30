namespace Pinterest.OpenApi.Spec.Schemas;

/// <summary>
/// The direction of a value. A request need not contain a readOnly property, a response need not contain a
/// writeOnly one.
/// </summary>
internal enum ValueDirection
{
    /// <summary>From the caller.</summary>
    Request,

    /// <summary>To the caller.</summary>
    Response,
}
