using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Pinterest.OpenApi.Unit.Support;

/// <summary>
/// A user whose token Pinterest refreshes: pina_0 with pinr_0 becomes pina_1 with pinr_1, and so on. Any board is
/// board 7.
/// </summary>
internal sealed class RenewingUser
{
    private readonly string? _refused;
    private readonly Task? _hold;
    private int _refreshes;

    public RenewingUser(string? refused = null, Task? hold = null)
    {
        _refused = refused;
        _hold = hold;
        Pinterest.Answer = AnswerAsync;
        Credential = CredentialOf(Pinterest);
        Client = new PinterestClient(
            new HttpClient(Pinterest),
            new PinterestClientOptions
            {
                Credential = Credential,
                AccessTier = AccessTier.Unlimited,
                TimeProvider = Time,
                Retry = new() { MaxRetries = 0 },
            }
        );
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public FakePinterest Pinterest { get; } = new();

    public WatchedTokenStore Store { get; } = new();

    /// <summary>Gets the key of the user in the store.</summary>
    public string Key { get; } = Guid.NewGuid().ToString();

    public UserTokenCredential Credential { get; }

    public PinterestClient Client { get; }

    public int Refreshes => _refreshes;

    /// <summary>Gets when Pinterest was asked for a new token.</summary>
    public ConcurrentQueue<DateTimeOffset> RefreshedAt { get; } = new();

    /// <summary>Makes a user who has signed in.</summary>
    /// <param name="expiresIn">How long pina_0 lives.</param>
    /// <param name="refused">Pinterest refuses access tokens that begin so; null for none.</param>
    /// <param name="hold">Pinterest answers a refresh when this has completed; null for at once.</param>
    public static async Task<RenewingUser> SignedInAsync(TimeSpan expiresIn, string? refused = null, Task? hold = null)
    {
        var user = new RenewingUser(refused, hold);
        await user.Credential.SetTokenAsync(
            new PinterestToken("pina_0", user.Time.GetUtcNow() + expiresIn) { RefreshToken = "pinr_0" }
        );
        return user;
    }

    public UserTokenCredential CredentialOf(FakePinterest pinterest, UserTokenOptions? options = null) =>
        new(
            new PinterestOAuth(
                new HttpClient(pinterest),
                new PinterestApp("1", "s"),
                new PinterestOAuthOptions { TimeProvider = Time }
            ),
            Store,
            Key,
            options
        );

    public async Task<PinterestToken> StoredAsync() => (await Store.ReadAsync(Key, default))!;

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, string? body)
    {
        if (!IsRefresh(request))
        {
            return
                _refused is not null
                && request.Headers.Authorization!.Parameter!.StartsWith(_refused, StringComparison.Ordinal)
                ? FakePinterest.Reply("""{"code":2,"message":"Authentication failed."}""", HttpStatusCode.Unauthorized)
                : FakePinterest.Reply("""{"id":"7"}""");
        }

        RefreshedAt.Enqueue(Time.GetUtcNow());
        await (_hold ?? Task.CompletedTask);
        var count = Interlocked.Increment(ref _refreshes);
        return FakePinterest.Reply(
            $$"""{"access_token":"pina_{{count}}","refresh_token":"pinr_{{count}}","expires_in":2592000}"""
        );
    }

    public static bool IsRefresh(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath.EndsWith("/oauth/token", StringComparison.Ordinal);
}
