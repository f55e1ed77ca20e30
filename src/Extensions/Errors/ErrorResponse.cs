using System.Net;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>An unsuccessful response, taken apart once.</summary>
internal sealed class ErrorResponse
{
    private readonly string? _reason;
    private readonly IReadOnlyList<string> _secrets = [];

    public ErrorResponse(PinterestRequest request, BufferedResponse response)
    {
        var operation = request.Operation;

        // A success of a token endpoint that cannot be read may still hold the tokens.
        IsSecret = response.IsSuccess && operation.Security.Any(alternative => alternative.Scheme == "basic");
        _secrets = [.. request.Secrets];
        Operation = operation;
        Status = response.Status;
        Headers = response.Headers;
        Text = IsSecret ? "" : SecretText.Redact(response.Text(), _secrets);
        _reason = response.Reason;
        var body = TryParse(Text);
        Code = body?["code"] is JValue { Value: long and > int.MinValue and < int.MaxValue } code
            ? (int)(long)code
            : null;
        Message = body?["message"] is JValue { Type: JTokenType.String } message
            ? SecretText.Redact((string)message!, _secrets)
            : null;
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

    /// <summary>Gets the body as text, without the secrets that the server quotes in it.</summary>
    public string Text { get; }

    /// <summary>Gets whether the body may hold tokens, so that nothing of it is shown.</summary>
    public bool IsSecret { get; }

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
        return SecretText.OneLine(
            SecretText.Redact($"{Operation.Id}: Pinterest replied {(int)Status} {_reason}.{said}{next}{id}", _secrets)
        );
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
