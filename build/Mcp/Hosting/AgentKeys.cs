namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>The keys by which agents say over HTTP who they are, one for each agent. They do not open the page.</summary>
/// <param name="file">The file.</param>
internal sealed class AgentKeys(string file) : KeyFile(file, Kind)
{
    private static readonly KeyKind Kind = new("pmcp_", "the agents' keys", "pinterest-mcp agents key NAME");

    /// <summary>Tells whether a text has the form of a key; whose it is, or whether it is anybody's, is not said.</summary>
    public static bool IsKey(string text) => text.StartsWith(Kind.Prefix, StringComparison.Ordinal);

    /// <summary>Gives the keys that belong to a store: their file lies beside it.</summary>
    public static AgentKeys Beside(string store) => new(Path.ChangeExtension(store, ".keys.json"));
}
