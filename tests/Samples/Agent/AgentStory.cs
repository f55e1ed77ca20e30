using System.Text.Json;
using Microsoft.Extensions.AI;
using ModelContextProtocol.Client;

namespace Samples.Agent;

/// <summary>
/// An agent of Microsoft.Extensions.AI that has the tools of pinterest-mcp. What others will see waits for a person; the
/// agent goes on after the person's yes.
/// </summary>
public static class AgentStory
{
    private const string Task =
        "Make a board 'Kitchens' with two Pins from example.com. Then tell me how the Pins and the account do.";
    private const int MostTurns = 10;

    /// <summary>Has an agent do a task.</summary>
    /// <param name="model">The model.</param>
    /// <param name="server">How the server is started; null for that of blog-helper.</param>
    /// <param name="approve">Asks a person about the approval of an id.</param>
    /// <param name="output">Gets what the agent says.</param>
    /// <param name="cancellationToken">Ends the conversation.</param>
    public static async Task RunAsync(
        IChatClient model,
        StdioClientTransportOptions? server,
        Func<string, CancellationToken, Task> approve,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        #region agent
        var transport = new StdioClientTransport(
            server ?? new() { Command = "pinterest-mcp", Arguments = ["serve", "--agent", "blog-helper"] }
        );
        await using var pinterest = await McpClient.CreateAsync(transport, cancellationToken: cancellationToken);
        var tools = await pinterest.ListToolsAsync(cancellationToken: cancellationToken);

        // The model is any IChatClient. Where it answers with calls of tools, UseFunctionInvocation makes them.
        using var agent = new ChatClientBuilder(model).UseFunctionInvocation().Build();
        var options = new ChatOptions { Instructions = pinterest.ServerInstructions, Tools = [.. tools] };
        #endregion

        #region conversation
        var messages = new List<ChatMessage> { new(ChatRole.User, Task) };
        for (var turn = 0; turn < MostTurns; turn++)
        {
            var answer = await agent.GetResponseAsync(messages, options, cancellationToken);
            await output.WriteLineAsync(answer.Text);
            if (ApprovalOf(answer) is not { } approval)
            {
                return;
            }

            await approve(approval, cancellationToken);
            messages.AddMessages(answer);
            messages.Add(new ChatMessage(ChatRole.User, "I approved it. Go on."));
        }
        #endregion
    }

    /// <summary>Gets the data that the last tool gave: its structured content.</summary>
    public static JsonElement LastData(IEnumerable<ChatMessage> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var last = messages.SelectMany(message => message.Contents).OfType<FunctionResultContent>().LastOrDefault();
        return
            last?.Result is JsonElement { ValueKind: JsonValueKind.Object } result
            && result.TryGetProperty("structuredContent", out var data)
            ? data
            : default;
    }

    // The last call of the turn waits for a person: its result says for which approval.
    private static string? ApprovalOf(ChatResponse answer)
    {
        var data = LastData(answer.Messages);
        var isWaiting =
            data.ValueKind == JsonValueKind.Object
            && data.TryGetProperty("kind", out var kind)
            && kind.GetString() == "ApprovalNeeded";
        return isWaiting ? data.GetProperty("approvalId").GetString() : null;
    }
}
