using System.CommandLine;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Hosting;

namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>Shows and changes what agents may do.</summary>
internal sealed class AgentsCommand : Command
{
    private const string Help = """
        Shows and changes what agents may do. What is not granted is denied. Every change is written into the log first, and works
        at the next call of the agent.

        Example: pinterest-mcp agents add blog-helper
        Example: pinterest-mcp agents grant blog-helper --area boards=read --area pins=full --link-host '*.example.com'
        Example: pinterest-mcp agents revoke blog-helper --area pins
        """;

    /// <summary>Makes the command.</summary>
    /// <param name="output">What it prints.</param>
    /// <param name="errors">What a person should know beside it.</param>
    /// <param name="openLog">Opens the log.</param>
    public AgentsCommand(TextWriter output, TextWriter errors, Func<StoreChoice, IAuditLog> openLog)
        : base("agents", Help)
    {
        var editor = new AgentsEditor(output, errors, openLog);
        Add(new AgentsAddCommand(editor));
        Add(new AgentsGrantCommand(editor));
        Add(new AgentsRevokeCommand(editor));
        Add(new AgentsListCommand(editor));
        Add(new AgentsShowCommand(editor));
        Add(new AgentsSchemaCommand(output));
    }
}
