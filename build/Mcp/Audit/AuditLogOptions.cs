namespace Pinterest.OpenApi.Mcp.Audit;

/// <summary>What a <see cref="StoredAuditLog"/> does beside the store.</summary>
public sealed record AuditLogOptions
{
    /// <summary>
    /// Gets the file that notes number and hash of the last entry. A place that an agent cannot write to, such as another
    /// user's folder or another machine, protects most.
    /// </summary>
    /// <value>
    /// The default, null, is agents.head beside a file, and a file in the configuration folder for a database. It finds
    /// what was cut off by accident or by somebody who does not know of it. An empty text means none.
    /// </value>
    public string? HeadFile { get; init; }

    /// <summary>Gets whether the texts of calls are kept; otherwise only their hash is.</summary>
    /// <value>The default is false.</value>
    public bool KeepsTexts { get; init; }
}
