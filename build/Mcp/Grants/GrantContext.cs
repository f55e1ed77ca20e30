namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>What decides of a call beside the grant.</summary>
public sealed record GrantContext
{
    /// <summary>Gets the time, for the end of the grant.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Gets the scopes of the token, or null when they are not known; then Pinterest decides.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>Gets the access tier of the app.</summary>
    public AccessTier AccessTier { get; init; } = AccessTier.Standard;

    /// <summary>Gets whether Pinterest's production is called, where trial access does not allow everything.</summary>
    /// <value>The default is true.</value>
    public bool IsProduction { get; init; } = true;

    /// <summary>Gets whether nothing may be changed, whatever is granted.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Gets whether everything that changes something is rehearsed only.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Gets how many creations count for the limit of a day already.</summary>
    public int Creations { get; init; }

    /// <summary>
    /// Gets whether the call was completed, so that its boards are known. Before, a call that names no board is not held
    /// against the boards of the grant.
    /// </summary>
    public bool IsComplete { get; init; }
}
