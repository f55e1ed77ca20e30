namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>What a person needs to see of a call: the texts are an agent's or a stranger's, so they are data.</summary>
public sealed record CallSummary
{
    /// <summary>A summary that says nothing.</summary>
    public static readonly CallSummary Empty = new() { Action = "" };

    /// <summary>
    /// Gets what the call does, as the rest of a sentence that begins with the agent's name, for example
    /// <c>put a Pin on the board "Kitchens", linking to shop.example.com</c> (past tense, no full stop).
    /// </summary>
    public required string Action { get; init; }

    /// <summary>Gets what is sent, name by name, in the order in which it is read, for example Board: Kitchens.</summary>
    public IReadOnlyList<SummaryLine> Lines { get; init; } = [];

    /// <summary>Gets the address of the picture, or null; https only.</summary>
    public string? Picture { get; init; }

    /// <summary>Gets the picture itself when it comes from a file (at most 1 MiB, JPEG or PNG), or null.</summary>
    public byte[]? PictureBytes { get; init; }
}
