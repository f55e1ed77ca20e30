using System.Net;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Pinterest replied with an error, or with something that is not JSON. Status, headers and text are always kept.</summary>
public sealed class PinterestApiException : Exception
{
    private PinterestApiException(Operation operation, BufferedReply reply, string message, Exception? inner)
        : base(message, inner)
    {
        Operation = operation;
        Status = reply.Status;
        Headers = reply.Headers;
        ResponseText = reply.Text();
    }

    /// <summary>Gets the operation that was called.</summary>
    public Operation Operation { get; }

    /// <summary>Gets the HTTP status.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>Gets the headers of the reply.</summary>
    public PinterestResponseHeaders Headers { get; }

    /// <summary>Gets the body of the reply as it came: JSON, HTML or nothing.</summary>
    public string ResponseText { get; }

    /// <summary>Gets Pinterest's error code, when the body has one. The same code has several meanings: look at the status and the message too.</summary>
    public int? Code { get; private init; }

    /// <summary>Gets Pinterest's own message, when the body has one.</summary>
    public string? ApiMessage { get; private init; }

    /// <summary>Gets Pinterest's id of the request, for its support.</summary>
    public string? RequestId => Headers.RequestId;

    /// <summary>Reads the body as one of the models that the description gives for errors.</summary>
    /// <typeparam name="T">The model, for example DetailedError.</typeparam>
    /// <returns>The model, or null when the body is not of its kind.</returns>
    public T? ReadBody<T>()
        where T : class
    {
        try
        {
            return ResponseText.Length == 0 ? null : PinterestJson.Deserialize<T>(ResponseText);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal static PinterestApiException FromReply(Operation operation, BufferedReply reply)
    {
        var body = TryParse(reply.Text());
        var code = body?["code"] is JValue { Type: JTokenType.Integer } number ? (int?)(long?)number : null;
        var text = body?["message"] is JValue { Type: JTokenType.String } said ? (string?)said : null;
        var detail = text is null ? "The body has no message; see ResponseText." : $"\"{text}\"{(code is null ? "" : $" (code {code})")}.";
        return new PinterestApiException(operation, reply, Sentence(operation, reply, detail), null) { Code = code, ApiMessage = text };
    }

    internal static PinterestApiException FromUnreadable(Operation operation, BufferedReply reply, JsonException error) =>
        new(operation, reply, Sentence(operation, reply, $"The body is not the JSON that was expected ({error.Message}); see ResponseText."), error);

    private static string Sentence(Operation operation, BufferedReply reply, string detail) =>
        $"{operation.Id}: Pinterest replied {(int)reply.Status} {reply.Reason}. {detail}{(reply.Headers.RequestId is { } id ? $" Request id {id}." : "")}";

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
