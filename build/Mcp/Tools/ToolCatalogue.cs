using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools;

/// <summary>
/// The tools of the server, for the two handlers of a host: what an agent may see, and one call of it. Every call goes
/// through the gate; the list only hides what would be refused.
/// </summary>
public sealed class ToolCatalogue
{
    private readonly IAgentGate _gate;
    private readonly ToolRunner _runner;

    /// <summary>Makes the catalogue.</summary>
    /// <param name="gate">The way to Pinterest.</param>
    /// <param name="options">What the tools are given; null for the defaults.</param>
    public ToolCatalogue(IAgentGate gate, ToolOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(gate);
        _gate = gate;
        _runner = new ToolRunner(gate, options ?? new ToolOptions());
    }

    /// <summary>Gets the names of all tools, whoever may use them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. AllTools.All.Select(tool => tool.Facts.Name)];

    /// <summary>Lists the tools that an agent may use now. An agent without a grant gets none.</summary>
    /// <param name="agent">Who asks.</param>
    /// <param name="cancellationToken">Ends the reading of the grant.</param>
    public async Task<IList<Tool>> ListAsync(AgentIdentity agent, CancellationToken cancellationToken)
    {
        AgentGrant grant;
        try
        {
            grant = await _gate.GetGrantAsync(agent, cancellationToken).ConfigureAwait(false);
        }
        catch (AccessDeniedException)
        {
            return [];
        }

        var tools = new List<Tool>();
        foreach (var tool in AllTools.All)
        {
            if (await IsAllowedAsync(agent, grant, tool, cancellationToken).ConfigureAwait(false))
            {
                tools.Add(AllTools.Described[tool.Facts.Name]);
            }
        }

        return tools;
    }

    /// <summary>Calls a tool. What goes wrong is a result too: <see cref="CallToolResult.IsError"/> is set.</summary>
    /// <param name="agent">Who calls.</param>
    /// <param name="name">The name of the tool.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="progress">Is told how far uploads and reports are, or null.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="OperationCanceledException">The caller has ended the call.</exception>
    /// <exception cref="ApprovalNeededException">The agent's client is asked for a yes, and answers with its next call
    /// (<see cref="ClientAnswer.Later"/>); it is given <see cref="ApprovalNeededException.ClientState"/>.</exception>
    public async Task<CallToolResult> CallAsync(
        AgentIdentity agent,
        string name,
        IReadOnlyDictionary<string, JsonElement>? arguments,
        IProgress<ProgressNotificationValue>? progress,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(agent);
        ArgumentNullException.ThrowIfNull(name);
        var tool = AllTools.ByName.GetValueOrDefault(name);
        var outcome = await _runner
            .RunAsync(tool, name, agent, arguments, new ProgressRelay(progress), cancellationToken)
            .ConfigureAwait(false);
        return outcome.Error is { } error ? ToResult(error) : ToResult(outcome.Result!);
    }

    private async Task<bool> IsAllowedAsync(
        AgentIdentity agent,
        AgentGrant grant,
        PinterestTool tool,
        CancellationToken cancellationToken
    )
    {
        foreach (var probe in tool.Probes(grant))
        {
            var decision = await _gate.JudgeAsync(agent, probe, cancellationToken).ConfigureAwait(false);
            if (decision.Verdict is not Verdict.Denied)
            {
                return true;
            }
        }

        return false;
    }

    private static CallToolResult ToResult(ToolResult result)
    {
        var content = new List<ContentBlock> { new TextContentBlock { Text = result.Text } };
        content.AddRange(
            result.Pictures.Select(picture => ImageContentBlock.FromBytes(picture.Bytes, picture.ContentType))
        );
        if (result.Data.Count > 0)
        {
            content.Add(new TextContentBlock { Text = DataFence.Of(result.Data) });
        }

        return new CallToolResult { Content = content, StructuredContent = result.Data.ToElement() };
    }

    private static CallToolResult ToResult(ToolError error) =>
        new()
        {
            IsError = true,
            Content = [new TextContentBlock { Text = error.ToText() }],
            StructuredContent = error.ToData().ToElement(),
        };

    private sealed class ProgressRelay(IProgress<ProgressNotificationValue>? progress) : IProgress<ToolProgress>
    {
        public void Report(ToolProgress value) =>
            progress?.Report(
                new ProgressNotificationValue
                {
                    Progress = (float)value.Done,
                    Total = (float?)value.Total,
                    Message = value.Message,
                }
            );
    }
}
