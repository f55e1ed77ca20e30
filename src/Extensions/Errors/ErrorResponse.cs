using System.Net;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>An unsuccessful response, taken apart once.</summary>
internal sealed class ErrorResponse
{
    private readonly string? _reason;
    private readonly string _said = "";
    private readonly IReadOnlyList<string> _secrets = [];

    public ErrorResponse(PinterestRequest request, BufferedResponse response)
    {
        // A success of a token endpoint that cannot be read may still hold the tokens.
        Operation = request.Operation;
        IsSecret = response.IsSuccess && IsOfTokenEndpoint;
        _secrets = [.. request.Secrets];
        Status = response.Status;
        Headers = response.Headers;
        Text = IsSecret ? "" : SecretText.Redact(response.Text(), _secrets);
        _reason = response.Reason;

        // The body of a success is data, and has no code and no message.
        if (!response.IsSuccess)
        {
            var body = ErrorBody.Read(Text, (int)Status);
            Code = body.Code;
            Message = body.Message is { } message ? SecretText.Redact(message, _secrets) : null;
            _said = SaidText.Of(Message ?? "");
        }
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

    /// <summary>Gets whether the operation is called with the id and the secret of the app.</summary>
    public bool IsOfTokenEndpoint => Operation.Security.Any(alternative => alternative.Scheme == "basic");

    /// <summary>Gets whether the operation changes anything.</summary>
    public bool IsWrite => Operation.Access is OperationAccess.Write;

    /// <summary>Gets what a token needs for the operation, for a sentence.</summary>
    public string Needs
    {
        get
        {
            var ways = Operation.Security.Select(alternative =>
                alternative.Scopes.Count == 0
                    ? alternative.Scheme
                    : $"{alternative.Scheme} with {string.Join(", ", alternative.Scopes)}"
            );
            var needs = string.Join(" or ", ways);
            return needs.Length == 0 ? "no scope" : needs;
        }
    }

    /// <summary>
    /// Decides whether Pinterest's message has a phrase, outside of what it quotes. A star stands for any text.
    /// </summary>
    public bool Says(string phrase) => SaidText.Has(_said, phrase);

    /// <summary>One sentence of what happened, to which operation, then what to do.</summary>
    public string Describe(string advice)
    {
        if (Status == 0)
        {
            return $"{Operation.Id}: not sent. {advice}";
        }

        var code = Code is null ? "" : $" (code {Code})";
        var said = Message is null ? code : $". \"{Message}\"{code}";
        var next = advice.Length > 0 ? " " + advice : "";
        var id = Headers.RequestId is { } request ? $" Request id {request}." : "";
        return SecretText.OneLine(
            SecretText.Redact($"{Operation.Id}: Pinterest returned {(int)Status} {_reason}{said}.{next}{id}", _secrets)
        );
    }
}
