using System.Net;
using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.OAuth;

/// <summary>A store that somebody else writes to while a token is renewed.</summary>
public sealed class UserTokenCredentialStoreTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly string _user = Guid.NewGuid().ToString();

    [Fact]
    public async Task What_was_deleted_from_the_store_cannot_be_renewed()
    {
        var store = new OddStore
        {
            Token = new PinterestToken("pina_0", _time.GetUtcNow()) { RefreshToken = "pinr_0" },
        };
        var credential = new UserTokenCredential(OAuth(new FakePinterest()), store, _user);
        store.OnLock = () => store.Token = null;

        var error = await Assert.ThrowsAsync<PinterestReauthorizationRequiredException>(async () =>
            await credential.GetTokenAsync(default)
        );
        Assert.Contains("no token is stored for this user.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_in_that_was_stored_during_a_renewal_goes_before_it()
    {
        var store = new OddStore
        {
            Token = new PinterestToken("pina_0", _time.GetUtcNow()) { RefreshToken = "pinr_0" },
        };
        var pinterest = new FakePinterest
        {
            Answer = (_, _) =>
            {
                store.Token = new PinterestToken("pina_signed_in", _time.GetUtcNow().AddDays(30));
                return Task.FromResult(FakePinterest.Reply("""{"access_token":"pina_1","refresh_token":"pinr_1"}"""));
            },
        };

        Assert.Equal(
            "pina_signed_in",
            (await new UserTokenCredential(OAuth(pinterest), store, _user).GetTokenAsync(default)).AccessToken
        );
        Assert.Equal("pina_signed_in", store.Token!.AccessToken);
    }

    [Fact]
    public async Task A_sign_in_that_ended_the_old_refresh_token_is_taken_instead_of_an_error()
    {
        var store = new OddStore
        {
            Token = new PinterestToken("pina_0", _time.GetUtcNow()) { RefreshToken = "pinr_0" },
        };
        var pinterest = new FakePinterest
        {
            Answer = (_, _) =>
            {
                store.Token = new PinterestToken("pina_signed_in", _time.GetUtcNow().AddDays(30));
                return Task.FromResult(
                    FakePinterest.Reply("""{"code":283,"message":"bad grant"}""", HttpStatusCode.BadRequest)
                );
            },
        };

        Assert.Equal(
            "pina_signed_in",
            (await new UserTokenCredential(OAuth(pinterest), store, _user).GetTokenAsync(default)).AccessToken
        );
    }

    [Fact]
    public async Task Scopes_that_a_renewal_does_not_repeat_are_kept_and_those_it_names_are_taken()
    {
        var store = new OddStore
        {
            Token = new PinterestToken("pina_0", _time.GetUtcNow()) { RefreshToken = "pinr_0", Scopes = ["pins:read"] },
        };
        var pinterest = new FakePinterest()
            .Replies("""{"access_token":"pina_1"}""")
            .Replies("""{"access_token":"pina_2","scope":"boards:read"}""");
        var credential = new UserTokenCredential(OAuth(pinterest), store, _user);

        var first = await credential.GetTokenAsync(default);
        Assert.Equal(["pins:read"], first.Scopes);
        Assert.Equal(["boards:read"], (await credential.RenewAsync(first, default))!.Scopes);
    }

    [Fact]
    public async Task A_sign_in_is_stored_over_whatever_somebody_else_stores_at_the_same_time()
    {
        var store = new OddStore { Token = new PinterestToken("pina_0"), Refusals = 2 };
        await new UserTokenCredential(OAuth(new FakePinterest()), store, _user).SetTokenAsync(
            new PinterestToken("pina_new")
        );
        Assert.Equal("pina_new", store.Token!.AccessToken);
    }

    private PinterestOAuth OAuth(FakePinterest pinterest) =>
        new(new HttpClient(pinterest), new PinterestApp("1", "s"), new PinterestOAuthOptions { TimeProvider = _time });

    private sealed class OddStore : ITokenStore
    {
        private PinterestToken? _token;
        private int _version;

        public PinterestToken? Token
        {
            get => _token;
            set => (_token, _version) = (value, _version + 1);
        }

        public Action? OnLock { get; set; }

        public int Refusals { get; set; }

        public ValueTask<PinterestToken?> ReadAsync(string user, CancellationToken cancellationToken) => new(_token);

        public ValueTask<ITokenLock> LockAsync(string user, CancellationToken cancellationToken)
        {
            OnLock?.Invoke();
            return new(new Lock(this));
        }

        // Like a lock with a lease that has ended: it does not save over what a later holder has saved.
        private sealed class Lock(OddStore store) : ITokenLock
        {
            private readonly int _version = store._version;

            public ValueTask<PinterestToken?> ReadAsync(CancellationToken cancellationToken) => new(store._token);

            public ValueTask PrepareAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

            public ValueTask<bool> SaveAsync(PinterestToken token, CancellationToken cancellationToken)
            {
                if (store.Refusals-- > 0 || store._version != _version)
                {
                    return new(false);
                }

                store.Token = token;
                return new(true);
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
