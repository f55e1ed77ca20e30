using System.Net;
using System.Text;

namespace Pinterest.OpenApi.Unit.Support;

/// <summary>Answers as told and remembers what it was asked.</summary>
internal sealed class FakePinterest : HttpMessageHandler
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<Func<HttpResponseMessage>> _replies = new();

    public List<(HttpRequestMessage Request, string? Body)> Requests { get; } = [];

    /// <summary>A client that sends each call once.</summary>
    public PinterestClient Client => With(new PinterestRetryOptions { MaxRetries = 0 });

    public PinterestClient With(
        PinterestRetryOptions retry,
        TimeProvider? time = null,
        TimeSpan? attemptTimeout = null
    ) =>
        new(
            new HttpClient(this, disposeHandler: false),
            new PinterestClientOptions
            {
                AccessToken = "test",
                App = new PinterestApp("1", "s"),
                Retry = retry,
                AccessTier = AccessTier.Unlimited,
                // Nothing waits without a retry, so a test that gives no clock waits for none.
                TimeProvider = time ?? TimeProvider.System,
                AttemptTimeout = attemptTimeout ?? TimeSpan.FromSeconds(30),
            }
        );

    /// <summary>Gets or sets what answers when nothing is queued.</summary>
    public Func<HttpRequestMessage, string?, Task<HttpResponseMessage>>? Answer { get; set; }

    /// <summary>Gets or sets what is awaited, with the call's cancellation, when nothing is queued.</summary>
    public Func<CancellationToken, Task>? AnswerCancellable { get; set; }

    /// <summary>Gets whether requests are remembered.</summary>
    public bool KeepsRequests { get; init; } = true;

    public static HttpResponseMessage Reply(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public FakePinterest Fails(Exception error)
    {
        _replies.Enqueue(() => throw error);
        return this;
    }

    public FakePinterest Replies(
        string body,
        HttpStatusCode status = HttpStatusCode.OK,
        string type = "application/json",
        params (string Name, string Value)[] headers
    )
    {
        _replies.Enqueue(() =>
        {
            var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, type) };
            foreach (var (name, value) in headers)
            {
                response.Headers.TryAddWithoutValidation(name, value);
            }

            return response;
        });
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        var body = await ReadBodyAsync(request, cancellationToken);
        if (KeepsRequests)
        {
            lock (Requests)
            {
                Requests.Add((request, body));
            }
        }

        if (_replies.TryDequeue(out var reply))
        {
            return reply();
        }

        if (AnswerCancellable is not null)
        {
            await AnswerCancellable(cancellationToken);
        }

        return Answer is null ? Nothing(request) : await Answer(request, body);
    }

    // What the description promises of a deletion, an empty page for what is read, and an object without members for
    // all else. A model that is no page keeps the list aside.
    private static HttpResponseMessage Nothing(HttpRequestMessage request)
    {
        if (request.Method == HttpMethod.Delete)
        {
            return new HttpResponseMessage(HttpStatusCode.NoContent);
        }

        return Reply(request.Method == HttpMethod.Get ? """{"items":[]}""" : "{}");
    }

    // As a stream, because reading the text would write the body, as if it had left.
    private static async Task<string?> ReadBodyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is null)
        {
            return null;
        }

        // What a real handler asks for, and what then stays.
        _ = request.Content.Headers.ContentLength;
        using var reader = new StreamReader(
            await request.Content.ReadAsStreamAsync(cancellationToken),
            leaveOpen: true
        );
        var text = await reader.ReadToEndAsync(cancellationToken);

        // A body without a byte looks the same on the wire as none.
        return text.Length == 0 ? null : text;
    }
}
