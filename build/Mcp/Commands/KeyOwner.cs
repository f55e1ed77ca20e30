using Pinterest.OpenApi.Mcp.Hosting;

namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>Whose key is made or ended.</summary>
internal sealed record KeyOwner
{
    /// <summary>Gets the name in the file of the keys.</summary>
    public required string Name { get; init; }

    /// <summary>Gets what the key belongs to, as a sentence says it, for example blog-helper or the page.</summary>
    public required string Subject { get; init; }

    /// <summary>Gets the agent that the entry of the log is about; null for none.</summary>
    public string? Agent { get; init; }

    /// <summary>Gets the command, as it stands in the log.</summary>
    public required string Tool { get; init; }

    /// <summary>Gets the file of the keys that belongs to a store.</summary>
    public required Func<string, KeyFile> FileOf { get; init; }
}
