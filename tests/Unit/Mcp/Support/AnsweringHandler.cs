using System.Net;
using System.Text;

namespace Pinterest.OpenApi.Unit.Mcp.Support;

/// <summary>A Pinterest in memory: it notes what it gets, and answers what a test says.</summary>
internal sealed class AnsweringHandler : HttpMessageHandler
{
    private readonly List<string> _requests = [];

    /// <summary>Gets method and path of each request.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>Gets or sets what is answered to method and path.</summary>
    public Func<string, CancellationToken, Task<HttpResponseMessage>> Answer { get; set; } =
        (_, _) => Task.FromResult(Json("{}"));

    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var asked = $"{request.Method} {request.RequestUri!.PathAndQuery}";
        lock (_requests)
        {
            _requests.Add(asked);
        }

        return Answer(asked, cancellationToken);
    }
}
