using System.Net;
using System.Text;

namespace Pinterest.OpenApi.Unit.Support;

/// <summary>Answers as told and remembers what it was asked.</summary>
internal sealed class FakePinterest : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> _replies = new();

    public List<(HttpRequestMessage Request, string? Body)> Requests { get; } = [];

    public PinterestClient Client => new(new HttpClient(this), new PinterestClientOptions { AccessToken = "test" });

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
