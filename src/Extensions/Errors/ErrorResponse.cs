using System.Net;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>An unsuccessful reply, taken apart once.</summary>
internal sealed class ErrorResponse
{
    private readonly string? _reason;

    public ErrorResponse(Operation operation, BufferedResponse reply)
    {
        // A success of a token endpoint that cannot be read may hold the tokens all the same.
        var isSecret = (int)reply.Status < 300 && operation.Security.Any(alternative => alternative.Scheme == "basic");
        (Operation, Status, Headers, Text, _reason) = (
            operation,
            reply.Status,
            reply.Headers,
            isSecret ? "" : reply.Text(),
            reply.Reason
        );
        var body = TryParse(Text);
        Code = body?["code"] is JValue { Value: long and > int.MinValue and < int.MaxValue } code
            ? (int)(long)code
            : null;
        Message = body?["message"] is JValue { Type: JTokenType.String } message ? (string?)message : null;
    }

    /// <summary>For a call that is not sent because it cannot succeed.</summary>
    public ErrorResponse(Operation operation) =>
        (Operation, Headers, Text) = (operation, PinterestResponseHeaders.None, "");

    public Operation Operation { get; }

    public HttpStatusCode Status { get; }

    public PinterestResponseHeaders Headers { get; }

    public string Text { get; }

    public int? Code { get; }

    public string? Message { get; }

    public bool Says(string text) => Message?.Contains(text, StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>One sentence of what happened, to which operation, then what to do.</summary>
    public string Describe(string advice)
    {
        if (Status == 0)
        {
            return $"{Operation.Id}: not sent. {advice}";
        }

        var said = Message is null ? "" : $" \"{Message}\"{(Code is null ? "" : $" (code {Code})")}.";
        var id = Headers.RequestId is { } request ? $" Request id {request}." : "";
        return $"{Operation.Id}: Pinterest replied {(int)Status} {_reason}.{said}{(advice.Length > 0 ? " " + advice : "")}{id}";
    }

    private static JObject? TryParse(string text)
    {
        try
        {
            using var reader = JsonText.Open(new StringReader(text));
            return JToken.ReadFrom(reader) as JObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
