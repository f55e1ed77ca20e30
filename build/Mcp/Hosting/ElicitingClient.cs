using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Approvals;

namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>
/// Asks the person in front of a client by elicitation: during the call up to revision 2025-11-25; from 2026-07-28 on by
/// the result of the call, so that the client answers with its next one.
/// </summary>
/// <param name="server">The server as this request sees it.</param>
/// <param name="reply">What came with the request, or null.</param>
internal sealed class ElicitingClient(McpServer server, ClientReply? reply) : IAgentClient
{
    private const string Question = "approval";
    private const string Field = "approve";

    /// <inheritdoc/>
    public ClientReply? Reply { get; } = reply;

    private bool CanAsk => server.ClientCapabilities?.Elicitation?.Form is not null;

    private bool AnswersLater => Revisions.IsStateless(server.NegotiatedProtocolVersion) && server.IsMrtrSupported;

    /// <summary>Makes the client of a call.</summary>
    public static ElicitingClient Of(RequestContext<CallToolRequestParams> request) =>
        new(request.Server, ReplyOf(request.Params));

    /// <summary>Makes what asks the client by the result of its call.</summary>
    /// <param name="question">A question with a state.</param>
    public static InputRequiredException ToResult(ApprovalNeededException question) =>
        new(
            new Dictionary<string, InputRequest>
            {
                [Question] = InputRequest.ForElicitation(Elicitation(question.Approval)),
            },
            question.ClientState
        );

    /// <inheritdoc/>
    public async Task<ClientAnswer> AskAsync(Approval approval, CancellationToken cancellationToken)
    {
        if (!CanAsk)
        {
            return ClientAnswer.None;
        }

        if (AnswersLater)
        {
            return ClientAnswer.Later;
        }

        try
        {
            var result = await server.ElicitAsync(Elicitation(approval), cancellationToken);
            return IsYes(result) ? ClientAnswer.Yes : ClientAnswer.No;
        }
        catch (Exception error)
            when (error is McpException or InvalidOperationException or IOException or JsonException)
        {
            // It cannot be asked over this transport, or it failed: the call then waits for a person elsewhere.
            return ClientAnswer.None;
        }
    }

    private static ElicitRequestParams Elicitation(Approval approval) =>
        new()
        {
            Message = string.Join('\n', ApprovalText.Lines(approval).Select(Plain)),
            RequestedSchema = new ElicitRequestParams.RequestSchema
            {
                Properties =
                {
                    [Field] = new ElicitRequestParams.BooleanSchema
                    {
                        Title = "Send exactly this, once",
                        Description = "Yes sends what is shown above. No rejects the call.",
                    },
                },
                Required = [Field],
            },
        };

    // A client may show the text as Markdown or HTML: a comment of a title must not hide the lines after it.
    private static string Plain(string line) => line.Replace('<', '‹').Replace('>', '›');

    private static ClientReply? ReplyOf(RequestParams? call)
    {
        if (call is null or { RequestState: null, InputResponses: null })
        {
            return null;
        }

        var response = call.InputResponses?.TryGetValue(Question, out var found) is true ? found : null;
        return new ClientReply(call.RequestState, response is not null && IsYes(Read(response)));
    }

    private static ElicitResult? Read(InputResponse response)
    {
        try
        {
            return response.Deserialize(InputResponse.ElicitResultJsonTypeInfo);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A form that was sent without the answer is no yes.
    private static bool IsYes(ElicitResult? result) =>
        result is { IsAccepted: true, Content: { } content }
        && content.TryGetValue(Field, out var yes)
        && yes.ValueKind is JsonValueKind.True;
}
