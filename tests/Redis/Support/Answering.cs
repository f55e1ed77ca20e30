using System.Net;
using System.Text;

namespace Pinterest.OpenApi.RedisTests.Support;

/// <summary>Pinterest, as far as a call of a board needs it.</summary>
public sealed class Answering : HttpMessageHandler
{
    private int _calls;

    public int Calls => _calls;

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        Interlocked.Increment(ref _calls);
        return Task.FromResult(
            new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent("""{"id":"7"}""", Encoding.UTF8, "application/json"),
            }
        );
    }
}
