using System.Net;
using System.Text;

namespace Pinterest.OpenApi.Unit.Support;

/// <summary>Answers as told and remembers what it was asked.</summary>
internal sealed class FakePinterest : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> _replies = new();

    public List<(HttpRequestMessage Request, string? Body)> Requests { get; } = [];

    /// <summary>A client that sends each call once.</summary>
    public PinterestClient Client => With(new PinterestRetryOptions { MaxRetries = 0 });

    public PinterestClient With(PinterestRetryOptions retry, TimeProvider? time = null) =>
        new(new HttpClient(this, disposeHandler: false), new PinterestClientOptions { AccessToken = "test", Retry = retry, TimeProvider = time ?? TimeProvider.System });

    public FakePinterest Fails(Exception error)
    {
        _replies.Enqueue(() => throw error);
        return this;
    }

    public FakePinterest Replies(string body, HttpStatusCode status = HttpStatusCode.OK, string type = "application/json", params (string Name, string Value)[] headers)
    {
        _replies.Enqueue(() =>
        {
            var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, type) };
            foreach (var (name, value) in headers) response.Headers.TryAddWithoutValidation(name, value);
            return response;
        });
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Requests.Add((request, request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken)));
        return _replies.TryDequeue(out var reply) ? reply() : new HttpResponseMessage(HttpStatusCode.NoContent);
    }
}
