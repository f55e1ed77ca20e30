using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Pinterest.OpenApi.RedisTests.Support;

/// <summary>
/// A token endpoint that gives a new refresh token each time, and refuses the one before. The refresh tokens of a user
/// are <c>pinr.0</c>, or <c>pinr.USER.0</c>, and so on.
/// </summary>
public sealed partial class RotatingProvider : HttpMessageHandler
{
    private readonly Dictionary<string, int> _numbers = [];
    private readonly Lock _gate = new();

    /// <summary>Gets how often a token was refreshed.</summary>
    public int Refreshes { get; private set; }

    /// <summary>Gets how often an old refresh token came.</summary>
    public int Refused { get; private set; }

    /// <summary>Gets or sets what an answer waits for.</summary>
    public Func<Task> BeforeAnswer { get; set; } = () => Task.CompletedTask;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var form = await request.Content!.ReadAsStringAsync(cancellationToken);
        await BeforeAnswer();
        var token = RefreshToken().Match(form);
        var user = token.Groups["user"].Value;
        lock (_gate)
        {
            var number = _numbers.GetValueOrDefault(user);
            if (token.Groups["number"].Value != number.ToString(CultureInfo.InvariantCulture))
            {
                Refused++;
                return Reply(HttpStatusCode.Unauthorized, """{"code":2,"message":"Authentication failed."}""");
            }

            Refreshes++;
            number++;
            _numbers[user] = number;
            return Reply(
                HttpStatusCode.OK,
                $$"""
                {"access_token":"pina_{{user}}{{number}}","refresh_token":"pinr.{{user}}{{number}}",
                "response_type":"refresh_token","token_type":"bearer","expires_in":2592000,
                "refresh_token_expires_in":31536000,"scope":"pins:read"}
                """
            );
        }
    }

    private static HttpResponseMessage Reply(HttpStatusCode status, string json) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    [GeneratedRegex(@"pinr\.(?<user>([a-z0-9]+\.)?)(?<number>\d+)")]
    private static partial Regex RefreshToken();
}
