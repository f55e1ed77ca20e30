using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Pinterest.OpenApi.Benchmarks.Tokens;

/// <summary>
/// Pinterest on loopback, with access tokens that live for a second and refresh tokens that rotate. Each caller says
/// in a header which worker it is.
/// </summary>
internal sealed class TokenServer : IAsyncDisposable
{
    /// <summary>The header with the name of a worker.</summary>
    public const string WorkerHeader = "X-Worker";

    private static readonly TimeSpan Life = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, long> _givenAt = new();
    private readonly Dictionary<string, TokenChain> _chains;
    private readonly TokenWorkers _workers;
    private LocalServer? _server;
    private long _calls;

    private TokenServer(IEnumerable<string> accounts, bool keepsOld, TokenWorkers workers)
    {
        _chains = accounts.ToDictionary(account => account, account => new TokenChain(account, keepsOld));
        _workers = workers;
    }

    public Uri Address => _server!.Address;

    /// <summary>Gets how many calls were answered.</summary>
    public long Calls => Interlocked.Read(ref _calls);

    public int Refreshes { get; private set; }

    /// <summary>Gets how many tokens were exchanged again after a worker was killed.</summary>
    public int TwiceAfterKill { get; private set; }

    /// <summary>Gets how many tokens were exchanged again although no worker was killed: the lock failed.</summary>
    public int TwiceWithoutKill { get; private set; }

    public static async Task<TokenServer> StartAsync(IEnumerable<string> accounts, bool keepsOld, TokenWorkers workers)
    {
        var server = new TokenServer(accounts, keepsOld, workers);
        server._server = await LocalServer.StartAsync(server.AnswerAsync);
        return server;
    }

    /// <summary>Gives a token as a sign-in does. It has ended, so that the first call renews it.</summary>
    public PinterestToken SignIn(string account)
    {
        lock (_gate)
        {
            return new PinterestToken("pina_ended", DateTimeOffset.UnixEpoch)
            {
                RefreshToken = _chains[account].SignIn(),
            };
        }
    }

    /// <summary>Tells whether a refresh token can be exchanged.</summary>
    public bool Accepts(string account, string? refreshToken)
    {
        lock (_gate)
        {
            return refreshToken is not null && _chains[account].Accepts(refreshToken);
        }
    }

    /// <summary>Gets the milliseconds from the response with a refresh token to a moment.</summary>
    public double MillisecondsUntil(string refreshToken, long timestamp) =>
        Stopwatch.GetElapsedTime(_givenAt[refreshToken], timestamp).TotalMilliseconds;

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private Task AnswerAsync(HttpContext context)
    {
        var worker = context.Request.Headers[WorkerHeader].ToString();
        return TokenEndpoint.AnswerAsync(context, form => Refresh(form, worker), Call);
    }

    private (int Status, string Body) Refresh(IFormCollection form, string worker)
    {
        var refreshToken = form["refresh_token"].ToString();
        string next;
        lock (_gate)
        {
            var chain = _chains[refreshToken.Split('_')[1]];
            if (!chain.Accepts(refreshToken))
            {
                return TokenEndpoint.Ended;
            }

            (next, var before) = chain.Exchange(refreshToken, worker);
            Refreshes++;
            if (before is not null)
            {
                Count(_workers.IsKilled(before) || _workers.IsKilled(worker));
            }
        }

        _givenAt[next] = Stopwatch.GetTimestamp();
        _workers.MayKillSoon(worker);
        var body =
            $$"""{"access_token":"{{Access(next)}}","refresh_token":"{{next}}","expires_in":{{Life.TotalSeconds}}}""";
        return (200, body);
    }

    private void Count(bool isAfterKill)
    {
        if (isAfterKill)
        {
            TwiceAfterKill++;
        }
        else
        {
            TwiceWithoutKill++;
        }
    }

    private (int Status, string Body) Call(string authorization)
    {
        var refreshToken = authorization.Replace("Bearer pina_", "pinr_", StringComparison.Ordinal);
        if (!_givenAt.TryGetValue(refreshToken, out var givenAt) || Stopwatch.GetElapsedTime(givenAt) > Life)
        {
            return (401, """{"code":2,"message":"Authentication failed."}""");
        }

        Interlocked.Increment(ref _calls);
        return (200, """{"id":"7"}""");
    }

    private static string Access(string refreshToken) =>
        refreshToken.Replace("pinr_", "pina_", StringComparison.Ordinal);
}
