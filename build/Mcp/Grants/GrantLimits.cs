namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>Limits within what an agent is granted.</summary>
public sealed record GrantLimits
{
    /// <summary>Gets the ids of the boards that may be touched, or null for all.</summary>
    public IReadOnlyList<string>? Boards { get; init; }

    /// <summary>Gets the hosts that links may lead to (*.example.com for all below), or null for all.</summary>
    public IReadOnlyList<string>? LinkHosts { get; init; }

    /// <summary>Gets the folder that files are read from, or null for none at all.</summary>
    public string? Folder { get; init; }

    /// <summary>Gets how many creations are allowed in 24 hours, or null for no limit.</summary>
    public int? CreationsPerDay { get; init; }

    /// <summary>Gets whether calls that may cost money are allowed at all: 0 for no.</summary>
    public decimal Money { get; init; }
}
