using System.CommandLine;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Hosting;

namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>Makes the key by which an agent says over HTTP who it is.</summary>
internal sealed class KeyCommand : Command
{
    private const string Help = """
        Makes a new key for an agent that connects over HTTP, and prints it once; only a hash of it is kept. The key that the agent had
        ends at once. What the agent may do stands in the grants.

        Example: pinterest-mcp agents key blog-helper
        Example: pinterest-mcp agents key blog-helper --revoke
        """;

    private readonly Argument<string> _name = AgentsEditor.Name();

    /// <summary>Makes the command.</summary>
    /// <param name="output">What it prints.</param>
    /// <param name="openLog">Opens the log.</param>
    public KeyCommand(TextWriter output, Func<StoreChoice, IAuditLog> openLog)
        : base("key", Help)
    {
        var change = new KeyChange(output, openLog);
        Add(_name);
        change.AddTo(this);
        SetAction(
            (parsed, cancellationToken) => change.RunAsync(parsed, OwnerOf(parsed.GetValue(_name)!), cancellationToken)
        );
    }

    private static KeyOwner OwnerOf(string agent) =>
        new()
        {
            Name = agent,
            Subject = agent,
            Agent = agent,
            Tool = "agents key",
            FileOf = AgentKeys.Beside,
        };
}
