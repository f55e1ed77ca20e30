namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>A request that a sandbox received, as a row of a table.</summary>
internal sealed record SandboxRequestPart : PageModel
{
    /// <summary>Gets the time, in UTC.</summary>
    public required string Time { get; init; }

    /// <summary>Gets the HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Gets the path with its query.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the id of the operation; empty when the description has none.</summary>
    public required string Operation { get; init; }

    /// <summary>Gets the status of the response.</summary>
    public required string Status { get; init; }
}
