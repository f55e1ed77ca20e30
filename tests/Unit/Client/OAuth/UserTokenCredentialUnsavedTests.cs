using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.OAuth;

/// <summary>A renewed token that the store cannot take is not lost, and its refresh is not sent again.</summary>
public sealed class UserTokenCredentialUnsavedTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly string _user = Guid.NewGuid().ToString();
    private readonly FailingStore _store = new();
    private readonly FakePinterest _pinterest = new();

    [Fact]
    public async Task A_token_that_cannot_be_saved_is_used_and_told_once()
    {
        var credential = await ExpiredAsync();
        var told = new List<TokenNotStoredEventArgs>();
        credential.TokenNotStored += (_, what) => told.Add(what);
        _pinterest.Replies("""{"access_token":"pina_1","refresh_token":"pinr_1","expires_in":3600}""");
        _store.Save = () => throw new IOException("No space left on device");

        for (var call = 0; call < 3; call++)
        {
            Assert.Equal("pina_1", (await credential.GetTokenAsync(default)).AccessToken);
        }

        Assert.Single(_pinterest.Requests);
        var only = Assert.Single(told);
        Assert.Equal(_user, only.User);
        Assert.DoesNotContain("pin", only.Error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("pina_0", (await _store.ReadAsync(_user, default))!.AccessToken);
    }

    [Fact]
    public async Task The_next_call_saves_it_when_the_store_can_again()
    {
        var credential = await ExpiredAsync();
        _pinterest.Replies("""{"access_token":"pina_1","refresh_token":"pinr_1","expires_in":3600}""");
        _store.Save = () => throw new IOException("No space left on device");
        await credential.GetTokenAsync(default);

        _store.Save = null;
        await credential.GetTokenAsync(default);

        Assert.Equal("pinr_1", (await _store.ReadAsync(_user, default))!.RefreshToken);
    }

    [Fact]
    public async Task Another_credential_of_the_user_gets_it_too()
    {
        var credential = await ExpiredAsync();
        _pinterest.Replies("""{"access_token":"pina_1","refresh_token":"pinr_1","expires_in":3600}""");
        _store.Save = () => throw new IOException("No space left on device");
        await credential.GetTokenAsync(default);

        var other = new UserTokenCredential(OAuth(), _store, _user);

        Assert.Equal("pina_1", (await other.GetTokenAsync(default)).AccessToken);
        Assert.Single(_pinterest.Requests);
    }

    [Fact]
    public async Task It_is_renewed_with_its_own_refresh_token()
    {
        var credential = await ExpiredAsync();
        _pinterest
            .Replies("""{"access_token":"pina_1","refresh_token":"pinr_1","expires_in":3600}""")
            .Replies("""{"access_token":"pina_2","refresh_token":"pinr_2","expires_in":3600}""");
        _store.Save = () => throw new IOException("No space left on device");
        await credential.GetTokenAsync(default);
        _time.Advance(TimeSpan.FromHours(2));

        Assert.Equal("pina_2", (await credential.GetTokenAsync(default)).AccessToken);
        Assert.Contains("pinr_1", _pinterest.Requests[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_refreshed_when_no_place_can_be_secured()
    {
        var credential = await ExpiredAsync();
        _store.Prepare = () => throw new IOException("No space left on device");

        var error = await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
            await credential.GetTokenAsync(default)
        );

        Assert.Contains(
            "FailingStore could not prepare a write (IOException)",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Empty(_pinterest.Requests);
    }

    [Fact]
    public async Task A_store_that_throws_what_it_likes_is_one_kind_of_error()
    {
        var credential = await ExpiredAsync();
        _store.Read = () => throw new InvalidOperationException("pina_secret");

        var error = await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
            await new UserTokenCredential(OAuth(), _store, _user).GetTokenAsync(default)
        );

        Assert.DoesNotContain("pina_secret", error.Message, StringComparison.Ordinal);
        Assert.NotNull(credential);
    }

    [Fact]
    public async Task An_early_renewal_that_fails_in_any_way_is_not_tried_again_for_a_while()
    {
        await _store.SaveAsync(
            _user,
            new PinterestToken("pina_0", _time.GetUtcNow().AddMinutes(2)) { RefreshToken = "pinr_0" }
        );
        var attempts = 0;
        var renewalFailed = new TaskCompletionSource();
        _store.Prepare = () =>
        {
            attempts++;
            renewalFailed.TrySetResult();
            throw new NotSupportedException();
        };
        var credential = new UserTokenCredential(OAuth(), _store, _user);

        for (var call = 0; call < 5; call++)
        {
            Assert.Equal("pina_0", (await credential.GetTokenAsync(default)).AccessToken);
            await renewalFailed.Task;
        }

        Assert.Equal(1, attempts);
    }

    [Fact]
    public async Task A_handler_that_throws_does_not_fail_a_call()
    {
        var credential = await ExpiredAsync();
        credential.TokenNotStored += (_, _) => throw new InvalidOperationException();
        credential.ReauthorizationNeeded += (_, _) => throw new InvalidOperationException();
        _pinterest.Replies(
            """{"access_token":"pina_1","refresh_token":"pinr_1","expires_in":3600,"refresh_token_expires_in":60}"""
        );
        _store.Save = () => throw new IOException();

        Assert.Equal("pina_1", (await credential.GetTokenAsync(default)).AccessToken);
    }

    [Theory]
    [InlineData("")]
    [InlineData("pina_a\nb")]
    public async Task A_token_that_no_header_can_hold_is_not_stored(string token)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() =>
            new UserTokenCredential(OAuth(), _store, _user).SetTokenAsync(new PinterestToken(token))
        );
        Assert.DoesNotContain("pina_a", error.Message, StringComparison.Ordinal);
        Assert.Null(await _store.ReadAsync(_user, default));
    }

    private async Task<UserTokenCredential> ExpiredAsync()
    {
        await _store.SaveAsync(_user, new PinterestToken("pina_0", _time.GetUtcNow()) { RefreshToken = "pinr_0" });
        return new UserTokenCredential(OAuth(), _store, _user);
    }

    private PinterestOAuth OAuth() =>
        new(new HttpClient(_pinterest), new PinterestApp("1", "s"), new PinterestOAuthOptions { TimeProvider = _time });

    private sealed class FailingStore : ITokenStore
    {
        private readonly MemoryTokenStore _store = new();

        public Action? Read { get; set; }

        public Action? Prepare { get; set; }

        public Action? Save { get; set; }

        public ValueTask<PinterestToken?> ReadAsync(string user, CancellationToken cancellationToken)
        {
            Read?.Invoke();
            return _store.ReadAsync(user, cancellationToken);
        }

        public async ValueTask<ITokenLock> LockAsync(string user, CancellationToken cancellationToken) =>
            new WrappedTokenLock(await _store.LockAsync(user, cancellationToken))
            {
                OnPrepare = Prepare,
                OnSave = _ => Save?.Invoke(),
            };
    }
}
