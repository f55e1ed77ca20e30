namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>The direction in which the changed values travel.</summary>
[Flags]
internal enum Direction
{
    /// <summary>Neither. Example: an operation, a server.</summary>
    None = 0,

    /// <summary>From the caller.</summary>
    Request = 1,

    /// <summary>To the caller.</summary>
    Response = 2,

    /// <summary>Both ways.</summary>
    Both = Request | Response,
}
