using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Pacts.Broker;

/// <summary>Speaks HAL with a Pact Broker: within limits of time and size, and with its host only.</summary>
internal sealed class BrokerClient : IDisposable
{
    private const string Hal = "application/hal+json";
    private const int MaxRedirects = 5;
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan TotalLimit = TimeSpan.FromMinutes(5);

    // A broker may list hundreds of pacts and take its time for each.
    private readonly CancellationTokenSource _total = new(TotalLimit, TimeProvider.System);
    private readonly HttpClient _http;
    private readonly BrokerCredential _credential;

    /// <summary>Makes a client.</summary>
    /// <param name="address">The broker.</param>
    /// <param name="credential">What is shown to it.</param>
    /// <param name="limit">How long one answer may take; null for 30 seconds.</param>
    public BrokerClient(BrokerAddress address, BrokerCredential credential, TimeSpan? limit = null)
    {
        Address = address;
        _credential = credential;

        // Redirects are followed by hand, because none may lead to another host.
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            Timeout = limit ?? AnswerLimit,
            MaxResponseContentBufferSize = DescriptionSource.MaxBytes,
        };
    }

    /// <summary>Gets the broker.</summary>
    public BrokerAddress Address { get; }

    /// <summary>Gets a resource.</summary>
    /// <exception cref="SpecException">The broker refuses the request, or answers with something else than
    /// JSON.</exception>
    /// <exception cref="SpecEnvironmentException">The broker does not answer.</exception>
    public Task<JObject> GetAsync(Uri address, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, address, null, cancellationToken);

    /// <summary>Sends a resource.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public async Task<JObject> SendAsync(
        HttpMethod method,
        Uri address,
        JObject? body,
        CancellationToken cancellationToken
    )
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _total.Token);
        try
        {
            return await FollowAsync(method, address, body, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            var limit = _total.IsCancellationRequested ? TotalLimit : _http.Timeout;
            throw NoAnswer($"no complete answer within {limit.TotalSeconds:0} seconds", error);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw NoAnswer(error.Message, error);
        }
    }

    /// <summary>Releases the connections.</summary>
    public void Dispose()
    {
        _http.Dispose();
        _total.Dispose();
    }

    private async Task<JObject> FollowAsync(
        HttpMethod method,
        Uri address,
        JObject? body,
        CancellationToken cancellationToken
    )
    {
        for (var hop = 0; hop <= MaxRedirects; hop++)
        {
            using var request = Request(method, address, body);
            using var response = await _http
                .SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken)
                .ConfigureAwait(false);
            if (IsRedirect(response) && response.Headers.Location is { } location)
            {
                address = Address.Follow(new Uri(address, location).ToString());
                continue;
            }

            return await ReadAsync(response, address, cancellationToken).ConfigureAwait(false);
        }

        throw new SpecException(
            Address.Root.ToString(),
            $"The broker redirected more than {MaxRedirects} times.",
            "Pass its final address."
        );
    }

    // 301 and 302 turn a POST into a GET in most clients; only these two keep the method.
    private static bool IsRedirect(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        || (
            response.RequestMessage?.Method == HttpMethod.Get
            && response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
        );

    private HttpRequestMessage Request(HttpMethod method, Uri address, JObject? body)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = _credential.Header;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(Hal));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json", 0.9));
        if (body is not null)
        {
            request.Content = new StringContent(body.ToString(Formatting.None), Encoding.UTF8, "application/json");
        }

        return request;
    }

    private async Task<JObject> ReadAsync(
        HttpResponseMessage response,
        Uri address,
        CancellationToken cancellationToken
    )
    {
        var status = (int)response.StatusCode;
        if (status >= 500)
        {
            throw NoAnswer($"it answered {status} to {address.AbsolutePath}", null);
        }

        if (!response.IsSuccessStatusCode)
        {
            throw Refused(status, address);
        }

        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        if (bytes.Length == 0)
        {
            return [];
        }

        try
        {
            return StrictJson.Parse(Utf8Text.Read(bytes)) as JObject ?? throw new JsonReaderException("not an object");
        }
        catch (JsonException error)
        {
            throw new SpecException(
                Address.Root.ToString(),
                $"{address.AbsolutePath} did not answer with a JSON object.",
                "Check that this is the address of a Pact Broker.",
                error
            );
        }
    }

    private SpecException Refused(int status, Uri address) =>
        status switch
        {
            401 or 403 => new SpecException(
                Address.Root.ToString(),
                $"The broker refused {_credential} with {status}.",
                $"Check {BrokerCredential.TokenVariable}, or {BrokerCredential.UserVariable} and {BrokerCredential.PasswordVariable}."
            ),
            404 => new SpecException(
                Address.Root.ToString(),
                $"The broker has no {address.AbsolutePath}.",
                "Check the address of the broker, and the names and versions."
            ),
            _ => new SpecException(
                Address.Root.ToString(),
                $"The broker answered {status} to {address.AbsolutePath}.",
                "Check the names, the versions and the selectors."
            ),
        };

    private SpecEnvironmentException NoAnswer(string why, Exception? error) =>
        new(
            UnsafeCharacters.Escape(
                $"{Address.Root} does not answer: {why}. Check --broker and the network, or try again."
            ),
            error
        );
}
