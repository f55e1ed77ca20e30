using System.Text.Json;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Tools.Core;

/// <summary>Runs a tool through the gate. It knows no transport.</summary>
internal sealed class ToolRunner(IAgentGate gate, ToolOptions options)
{
    private const int LongestArguments = 8_000_000;

    private static readonly AgentGrant NoGrant = new() { Agent = "" };

    /// <summary>Runs a tool. Every call leaves its entries in the log, also one that cannot be judged.</summary>
    /// <param name="tool">The tool, or null when there is none of the name.</param>
    /// <param name="name">The name that the agent gave.</param>
    /// <param name="agent">Who calls.</param>
    /// <param name="arguments">What it gave.</param>
    /// <param name="progress">Is told how far it is.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="OperationCanceledException">The caller has ended it.</exception>
    /// <exception cref="ApprovalNeededException">The client is asked, and answers with its next call.</exception>
    public async Task<ToolOutcome> RunAsync(
        PinterestTool? tool,
        string name,
        AgentIdentity agent,
        IReadOnlyDictionary<string, JsonElement>? arguments,
        IProgress<ToolProgress> progress,
        CancellationToken cancellationToken
    )
    {
        var kind = tool?.Facts.Kind ?? CallKind.Read;
        try
        {
            if (tool is null)
            {
                await RefuseAsync(agent, Known(name), "unknown-tool", "There is no such tool.", cancellationToken)
                    .ConfigureAwait(false);
                return new ToolOutcome(null, ToolErrors.UnknownTool);
            }

            var grant = await GrantOrNoneAsync(agent, cancellationToken).ConfigureAwait(false);
            var context = new ToolContext
            {
                Agent = agent,
                Grant = grant,
                Gate = gate,
                Options = options,
                Progress = progress,
            };
            var read = await ReadAsync(tool, agent, arguments, context, cancellationToken).ConfigureAwait(false);
            if (read.Error is { } wrong)
            {
                return new ToolOutcome(null, wrong);
            }

            var result = await gate.RunAsync(agent, read.Call!, read.Steps!, cancellationToken).ConfigureAwait(false);
            Trim.ToFit(result.Data, Listing.MostCharacters);
            return new ToolOutcome(result, null);
        }
        catch (Exception error) when (!IsCancellation(error, cancellationToken) && !IsQuestion(error))
        {
            return new ToolOutcome(null, ToolErrors.Of(error, kind, options.TimeProvider.GetUtcNow()));
        }
    }

    private async Task<(AgentCall? Call, CallSteps<ToolResult>? Steps, ToolError? Error)> ReadAsync(
        PinterestTool tool,
        AgentIdentity agent,
        IReadOnlyDictionary<string, JsonElement>? arguments,
        ToolContext context,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (arguments?.Values.Sum(value => (long)value.GetRawText().Length) > LongestArguments)
            {
                throw new ToolArgumentException($"All together they are longer than {LongestArguments} characters.");
            }

            var read = ToolArguments.Read(tool.Parameters, arguments);
            var call = tool.ToCall(read);
            return (call, tool.Steps(read, context), null);
        }
        catch (Exception error) when (error is ToolArgumentException or ArgumentException)
        {
            await RefuseAsync(agent, tool.Facts.Name, "arguments", error.Message, cancellationToken)
                .ConfigureAwait(false);
            return (null, null, ToolErrors.Of(error, tool.Facts.Kind, options.TimeProvider.GetUtcNow()));
        }
    }

    private Task RefuseAsync(
        AgentIdentity agent,
        string tool,
        string rule,
        string reason,
        CancellationToken cancellationToken
    ) => gate.RefuseAsync(agent, tool, "{}", new CallDecision(Verdict.Denied, rule, reason), cancellationToken);

    // Without a grant the gate refuses the call and writes that down; here it is only not known.
    private async ValueTask<AgentGrant> GrantOrNoneAsync(AgentIdentity agent, CancellationToken cancellationToken)
    {
        try
        {
            return await gate.GetGrantAsync(agent, cancellationToken).ConfigureAwait(false);
        }
        catch (AccessDeniedException)
        {
            return NoGrant;
        }
    }

    // A name of an agent's making goes into the log only when it looks like one.
    private static string Known(string name) =>
        name.Length is > 0 and <= 64 && name.All(each => char.IsAsciiLetterOrDigit(each) || each == '_')
            ? name
            : "unknown tool";

    private static bool IsCancellation(Exception error, CancellationToken cancellationToken) =>
        error is OperationCanceledException && cancellationToken.IsCancellationRequested;

    private static bool IsQuestion(Exception error) => error is ApprovalNeededException { ClientState: not null };
}
