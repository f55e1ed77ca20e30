using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Tools.Core;

/// <summary>One tool: what it says of itself, what it needs, and what it does.</summary>
internal abstract class PinterestTool
{
    public abstract ToolFacts Facts { get; }

    public virtual IReadOnlyList<ToolParameter> Parameters => [];

    /// <summary>Says in the terms of grants what a call wants. Nothing is sent.</summary>
    /// <exception cref="ToolArgumentException">The arguments do not fit each other.</exception>
    public virtual AgentCall ToCall(ToolArguments arguments) => CallOf(arguments, Facts.Title);

    /// <summary>Says how the call is made.</summary>
    public abstract CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context);

    /// <summary>
    /// Gives calls of which one must be allowed for the tool to be listed. Their arguments are empty, so that limits
    /// on boards and links do not count.
    /// </summary>
    public virtual IEnumerable<AgentCall> Probes(AgentGrant grant) => [CallOf("{}", Facts.Title)];

    protected AgentCall CallOf(ToolArguments arguments, string action) => CallOf(arguments.Canonical, action);

    protected AgentCall CallOf(string canonical, string action) =>
        new()
        {
            Tool = Facts.Name,
            Area = Facts.Area,
            Kind = Facts.Kind,
            Operations = Facts.Operations,
            LookUps = Facts.LookUps,
            IsCreation = Facts.IsCreation,
            IsVisible = Facts.IsVisible,
            IsDryRun = Facts.IsDryRun,
            Arguments = canonical,
            Summary = new CallSummary { Action = action },
        };

    /// <summary>Makes the steps of a call that reads: a rehearsal of it is the call itself.</summary>
    protected static CallSteps<ToolResult> Reading(
        Func<GrantedCall, CancellationToken, Task<ToolResult>> make,
        Func<AgentCall, IPinterestClient, CancellationToken, Task<AgentCall>>? complete = null
    ) =>
        new()
        {
            Complete = complete,
            Make = make,
            Rehearse = make,
        };

    /// <summary>Makes the steps of a call that changes something: a rehearsal says what would be done.</summary>
    protected static CallSteps<ToolResult> Writing(
        Func<GrantedCall, CancellationToken, Task<ToolResult>> make,
        Func<AgentCall, IPinterestClient, CancellationToken, Task<AgentCall>>? complete = null
    ) =>
        new()
        {
            Complete = complete,
            Make = make,
            Rehearse = (call, _) => Task.FromResult(Rehearsed(call.Call)),
        };

    private static ToolResult Rehearsed(AgentCall call)
    {
        var lines = new JsonObject();
        foreach (var line in call.Summary.Lines)
        {
            lines[line.Name] = line.Text;
        }

        return new ToolResult(
            "A rehearsal: nothing was changed. The data say what would be sent.",
            new JsonObject { ["dry_run"] = true, ["would_send"] = lines }
        );
    }
}
