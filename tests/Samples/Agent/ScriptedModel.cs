using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Samples.Agent;

/// <summary>
/// Stands where a model would be: it answers with what was prepared, one step after another. A real model takes its
/// place without any other change.
/// </summary>
/// <param name="steps">Makes each answer of the data that the last tool gave.</param>
public sealed class ScriptedModel(params IReadOnlyList<Func<JsonElement, AIContent>> steps) : IChatClient
{
    private int _next;

    /// <summary>Gets how many answers are left.</summary>
    public int Left => steps.Count - _next;

    /// <inheritdoc/>
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var step = _next < steps.Count ? steps[_next] : _ => new TextContent("I have nothing more to say.");
        _next++;
        var answer = step(AgentStory.LastData(messages));
        if (answer is FunctionCallContent call && options?.Tools?.Any(tool => tool.Name == call.Name) is not true)
        {
            throw new InvalidOperationException($"The agent has no tool {call.Name}.");
        }

        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, [answer])));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var whole = await GetResponseAsync(messages, options, cancellationToken);
        foreach (var update in whole.ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType?.IsInstanceOfType(this) is true ? this : null;

    /// <inheritdoc/>
    public void Dispose() { }
}
