using System.Net;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>An unsuccessful response, taken apart once.</summary>
internal sealed class ErrorResponse
{
    private readonly string? _reason;

    public ErrorResponse(PinterestRequest request, BufferedResponse response)
    {
        var operation = request.Operation;

        // A success of a token endpoint that cannot be read may still hold the tokens.
        var isSecret = response.IsSuccess && operation.Security.Any(alternative => alternative.Scheme == "basic");
        Operation = operation;
        Status = response.Status;
        Headers = response.Headers;
        Text = isSecret ? "" : response.Text();
        _reason = response.Reason;
        var body = TryParse(Text);
        Code = body?["code"] is JValue { Value: long and > int.MinValue and < int.MaxValue } code
            ? (int)(long)code
            : null;
        Message = body?["message"] is JValue { Type: JTokenType.String } message ? (string?)message : null;
    }

    /// <summary>For a call that is not sent because it cannot succeed.</summary>
    public ErrorResponse(Operation operation)
    {
        Operation = operation;
        Headers = PinterestResponseHeaders.None;
        Text = "";
    }

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

        var code = Code is null ? "" : $" (code {Code})";
        var said = Message is null ? "" : $" \"{Message}\"{code}.";
        var next = advice.Length > 0 ? " " + advice : "";
        var id = Headers.RequestId is { } request ? $" Request id {request}." : "";
        return $"{Operation.Id}: Pinterest replied {(int)Status} {_reason}.{said}{next}{id}";
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
