using System.Net;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Access;

/// <summary>Makes a call of an agent of each request, and lets the gate make it.</summary>
internal sealed class GrantedHandler(IAgentGate gate, AgentIdentity agent, Uri baseAddress) : HttpMessageHandler
{
    private readonly HttpClient _uploads = new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
    private readonly UploadAddresses _uploadAddresses = new();

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var address = request.RequestUri!;
        if (address.Host != baseAddress.Host || address.Port != baseAddress.Port)
        {
            return await UploadAsync(request, address, cancellationToken).ConfigureAwait(false);
        }

        var path = address.AbsolutePath[baseAddress.AbsolutePath.Length..];
        var matched =
            OperationMatcher.Match(request.Method.Method, path) ?? throw Refused("There is no such operation.");
        var body = await ReadBodyAsync(request, cancellationToken).ConfigureAwait(false);
        var call = new ClientCall(matched, QueryOf(address), body);
        var isRehearsed = false;
        var steps = new CallSteps<JToken?>
        {
            Complete = ClientCall.CompleteAsync,
            Make = async (granted, token) => await granted.Client.SendAsync(call.ToRaw(), token).ConfigureAwait(false),
            Rehearse = (_, _) =>
            {
                isRehearsed = true;
                return Task.FromResult<JToken?>(null);
            },
        };
        var made = await gate.RunAsync(agent, ToAgentCall(call), steps, cancellationToken).ConfigureAwait(false);
        if (isRehearsed)
        {
            throw Refused("The call is allowed, and was rehearsed only: the gate changes nothing.", "dry-run");
        }

        await FilterAsync(made, cancellationToken).ConfigureAwait(false);
        NoteUpload(matched.Operation.Id, made);
        return Response(request, made);
    }

    private static AgentCall ToAgentCall(ClientCall call)
    {
        try
        {
            return call.ToAgentCall();
        }
        catch (FormatException error)
        {
            throw Refused(error.Message, "arguments");
        }
    }

    // The bytes of an upload that the gate let the program register. They carry no token.
    private async Task<HttpResponseMessage> UploadAsync(
        HttpRequestMessage request,
        Uri address,
        CancellationToken cancellationToken
    )
    {
        var isOurs = _uploadAddresses.Allows(address);
        if (!isOurs || request.Method != HttpMethod.Post || request.Headers.Authorization is not null)
        {
            throw Refused("The address is neither Pinterest's API nor one that Pinterest named for an upload.");
        }

        // A grant that was revoked meanwhile ends the upload, too.
        _ = await gate.GetGrantAsync(agent, cancellationToken).ConfigureAwait(false);
        var content = request.Content;
        using var copy = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        try
        {
            var response = await _uploads
                .SendAsync(copy, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
            {
                _uploadAddresses.Used(address);
            }

            return response;
        }
        finally
        {
            // The caller disposes of the content.
            copy.Content = null;
        }
    }

    // A list of boards may hold secret ones, which a grant without them does not show.
    private async Task FilterAsync(JToken? made, CancellationToken cancellationToken)
    {
        if (made is not JObject { } page || page["items"] is not JArray items)
        {
            return;
        }

        var secret = items.OfType<JObject>().Where(item => (string?)item["privacy"] == "SECRET").ToList();
        if (secret.Count > 0 && !(await gate.GetGrantAsync(agent, cancellationToken).ConfigureAwait(false)).Secret)
        {
            secret.ForEach(item => item.Remove());
        }
    }

    private void NoteUpload(string operation, JToken? made)
    {
        if (
            operation == "media/create"
            && made is JObject media
            && Uri.TryCreate((string?)media["upload_url"], UriKind.Absolute, out var address)
        )
        {
            _uploadAddresses.Register(address);
        }
    }

    private static async Task<JToken?> ReadBodyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        const int MaxBody = 64 * 1024 * 1024;
        if (request.Content is not { } content)
        {
            return null;
        }

        await content.LoadIntoBufferAsync(MaxBody, cancellationToken).ConfigureAwait(false);
        var text = await content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        if (text.Length == 0)
        {
            return null;
        }

        using var reader = new JsonTextReader(new StringReader(text))
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
        };
        try
        {
            return await JToken.ReadFromAsync(reader, cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException)
        {
            throw Refused("The body is no JSON. Tokens are made by a person, never by an agent.");
        }
    }

    private static List<KeyValuePair<string, string>> QueryOf(Uri address) =>
        [
            .. address
                .Query.TrimStart('?')
                .Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(part => part.Split('=', 2))
                .Select(pair => KeyValuePair.Create(Decode(pair[0]), pair.Length > 1 ? Decode(pair[1]) : "")),
        ];

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static HttpResponseMessage Response(HttpRequestMessage request, JToken? made)
    {
        var isEmpty = made is null or { Type: JTokenType.Null };
        return new HttpResponseMessage(isEmpty ? HttpStatusCode.NoContent : HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = isEmpty
                ? new ByteArrayContent([])
                : new StringContent(made!.ToString(Formatting.None), Encoding.UTF8, "application/json"),
        };
    }

    private static AccessDeniedException Refused(string reason, string rule = "gate") =>
        new(new CallDecision(Verdict.Denied, rule, reason));

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _uploads.Dispose();
        base.Dispose(disposing);
    }
}
