using System.Globalization;
using System.Net;
using System.Text;

namespace Pinterest.OpenApi.RedisTests.Support;

/// <summary>A token endpoint that gives a new refresh token each time, and refuses the one before.</summary>
public sealed class RotatingProvider : HttpMessageHandler
{
    private readonly Lock _gate = new();

    /// <summary>Gets how often a token was refreshed.</summary>
    public int Refreshes { get; private set; }

    /// <summary>Gets how often an old refresh token came.</summary>
    public int Refused { get; private set; }

    /// <summary>Gets or sets how long an answer takes.</summary>
    public TimeSpan Pause { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var form = await request.Content!.ReadAsStringAsync(cancellationToken);
        await Task.Delay(Pause, cancellationToken);
        lock (_gate)
        {
            if (!form.Contains($"pinr.{Refreshes}", StringComparison.Ordinal))
            {
                Refused++;
                return Reply(HttpStatusCode.Unauthorized, """{"code":2,"message":"Authentication failed."}""");
            }

            Refreshes++;
            var number = Refreshes.ToString(CultureInfo.InvariantCulture);
            return Reply(
                HttpStatusCode.OK,
                $$"""
                {"access_token":"pina_{{number}}","refresh_token":"pinr.{{number}}","response_type":"refresh_token",
                "token_type":"bearer","expires_in":2592000,"refresh_token_expires_in":31536000,"scope":"pins:read"}
                """
            );
        }
    }

    private static HttpResponseMessage Reply(HttpStatusCode status, string json) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
}
