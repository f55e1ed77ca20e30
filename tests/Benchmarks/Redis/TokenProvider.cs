using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Pinterest.OpenApi.Benchmarks.Redis;

/// <summary>
/// Pinterest on loopback, with access tokens that live for a second and refresh tokens that rotate: of each user the
/// two newest refresh tokens are accepted. It counts each exchange.
/// </summary>
internal sealed class TokenProvider : IAsyncDisposable
{
    /// <summary>The header with the name of a worker.</summary>
    public const string WorkerHeader = "X-Worker";

    private const int Accepted = 2;
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(1);

    // Workers renew 300 ms before the end, and count from when they asked: on a busy machine that is much earlier.
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(300);

    private readonly ConcurrentDictionary<string, User> _users = new();
    private LocalServer? _server;
    private long _calls;
    private int _expiries;
    private int _twice;
    private int _soon;

    private TokenProvider() { }

    public Uri Address => _server!.Address;

    /// <summary>Gets how many calls were answered.</summary>
    public long Calls => Interlocked.Read(ref _calls);

    /// <summary>Gets how many tokens had ended, or were about to, when they were exchanged for the first
    /// time.</summary>
    public int Expiries => _expiries;

    /// <summary>Gets how many refreshes were more than one for an expiry: of a token that was exchanged before, or
    /// of one that was given less than 300 ms ago.</summary>
    public int More => _twice + _soon;

    /// <summary>Gets the users whose refresh token was refused: they have to sign in again.</summary>
    public ConcurrentDictionary<string, bool> Lost { get; } = new();

    /// <summary>Gets or sets what is told the name of a worker whose refresh is answered now.</summary>
    public Action<string> OnRefresh { get; set; } = _ => { };

    public static async Task<TokenProvider> StartAsync()
    {
        var provider = new TokenProvider();
        provider._server = await LocalServer.StartAsync(provider.AnswerAsync);
        return provider;
    }

    /// <summary>Gives a token as a sign-in does. It has ended, so that the first call renews it.</summary>
    public PinterestToken SignIn(string user)
    {
        var account = _users[user] = new User();
        return new PinterestToken("pina_ended", DateTimeOffset.UnixEpoch) { RefreshToken = Name(user, account.Newest) };
    }

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

    // Example: pinr_u7_3 gives pinr_u7_4; then pinr_u7_3 and pinr_u7_4 are accepted.
    private (int Status, string Body) Refresh(IFormCollection form, string worker)
    {
        var (name, number) = Parse(form["refresh_token"].ToString());
        var user = _users[name];
        string next;
        lock (user)
        {
            if (number <= user.Newest - Accepted)
            {
                Lost[name] = true;
                return TokenEndpoint.Ended;
            }

            Count(user, number);
            user.Newest++;
            user.GivenAt = Stopwatch.GetTimestamp();
            next = Name(name, user.Newest);
        }

        OnRefresh(worker);
        var access = next.Replace("pinr_", "pina_", StringComparison.Ordinal);
        return (
            200,
            $$"""{"access_token":"{{access}}","refresh_token":"{{next}}","expires_in":{{Life.TotalSeconds}}}"""
        );
    }

    private void Count(User user, int number)
    {
        if (number <= user.Exchanged)
        {
            Interlocked.Increment(ref _twice);
            return;
        }

        user.Exchanged = number;
        var isSoon = user.GivenAt > 0 && Stopwatch.GetElapsedTime(user.GivenAt) < Soon;
        Interlocked.Increment(ref isSoon ? ref _soon : ref _expiries);
    }

    private (int Status, string Body) Call(string authorization)
    {
        const string start = "Bearer pina_";
        if (!authorization.StartsWith(start + "u", StringComparison.Ordinal))
        {
            return Refused();
        }

        var (name, number) = Parse("pinr_" + authorization[start.Length..]);
        var user = _users[name];
        lock (user)
        {
            // Of an older token it is not known when it was given; it has been replaced, and is as good as ended.
            if (number < user.Newest || Stopwatch.GetElapsedTime(user.GivenAt) > Life)
            {
                return Refused();
            }
        }

        Interlocked.Increment(ref _calls);
        return (200, """{"id":"7"}""");
    }

    private static (int Status, string Body) Refused() => (401, """{"code":2,"message":"Authentication failed."}""");

    private static string Name(string user, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"pinr_{user}_{number}");

    private static (string User, int Number) Parse(string token)
    {
        var parts = token.Split('_');
        return (parts[1], int.Parse(parts[2], CultureInfo.InvariantCulture));
    }

    private sealed class User
    {
        public int Newest { get; set; } = 1;

        public int Exchanged { get; set; }

        public long GivenAt { get; set; }
    }
}
