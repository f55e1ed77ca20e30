using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.OAuth;

/// <summary>A renewed token that the store cannot take is not lost, and its refresh is not sent again.</summary>
public sealed class UserTokenCredentialUnsavedTests
{
    private const string Renewed = """{"access_token":"pina_1","refresh_token":"pinr_1","expires_in":3600}""";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly string _user = Guid.NewGuid().ToString();
    private readonly FailingTokenStore _store = new();
    private readonly FakePinterest _pinterest = new();

    [Fact]
    public async Task A_token_that_cannot_be_saved_is_used_and_told_once()
    {
        var credential = await ExpiredWithFullStoreAsync();
        var told = Watch(credential);

        for (var call = 0; call < 3; call++)
        {
            Assert.Equal("pina_1", (await credential.GetTokenAsync(default)).AccessToken);
        }

        Assert.Single(_pinterest.Requests);
        var only = Assert.Single(told).What;
        Assert.Equal(_user, only.User);
        Assert.DoesNotContain("pin", only.Error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("pina_0", (await _store.ReadAsync(_user, default))!.AccessToken);
    }

    // What a store on a network throws when it gives up.
    [Theory]
    [InlineData(typeof(TaskCanceledException))]
    [InlineData(typeof(OperationCanceledException))]
    [InlineData(typeof(TimeoutException))]
    [InlineData(typeof(InvalidOperationException))]
    public async Task It_is_kept_whatever_the_store_throws(Type error)
    {
        var credential = await ExpiredWithFullStoreAsync();
        _store.Save = () => throw (Exception)Activator.CreateInstance(error)!;

        for (var call = 0; call < 2; call++)
        {
            Assert.Equal("pina_1", (await credential.GetTokenAsync(default)).AccessToken);
        }

        Assert.Single(_pinterest.Requests);
        _store.Save = null;
        await credential.GetTokenAsync(default);
        Assert.Equal("pinr_1", (await _store.ReadAsync(_user, default))!.RefreshToken);
    }

    [Fact]
    public async Task A_sign_in_is_not_undone_by_a_call_that_saves_the_token_of_before()
    {
        var credential = await ExpiredWithFullStoreAsync();
        await credential.GetTokenAsync(default);
        _store.Save = null;
        var release = new TaskCompletionSource();
        _store.Release = () => release.Task;

        // The sign-in is stored and others can have the lock, but it is not done yet.
        var signIn = credential.SetTokenAsync(new PinterestToken("pina_2", _time.GetUtcNow().AddDays(1)));
        _store.Release = null;
        var token = await Another().GetTokenAsync(default);
        release.SetResult();
        await signIn;

        Assert.Equal("pina_2", token.AccessToken);
        Assert.Equal("pina_2", (await _store.ReadAsync(_user, default))!.AccessToken);
        Assert.Equal("pina_2", (await credential.GetTokenAsync(default)).AccessToken);
    }

    [Fact]
    public async Task A_sign_in_is_not_undone_by_a_renewal_that_was_under_way()
    {
        var credential = await ExpiredAsync();
        var release = new TaskCompletionSource();
        var released = new TaskCompletionSource();
        _pinterest.Replies(Renewed);
        _store.Release = () =>
        {
            released.SetResult();
            return release.Task;
        };

        var call = credential.GetTokenAsync(default).AsTask();
        await released.Task.WaitAsync(TimeSpan.FromSeconds(60));
        _store.Release = null;
        await credential.SetTokenAsync(new PinterestToken("pina_2", _time.GetUtcNow().AddDays(1)));
        release.SetResult();
        await call;

        Assert.Equal("pina_2", (await credential.GetTokenAsync(default)).AccessToken);
    }

    [Fact]
    public async Task The_next_call_saves_it_when_the_store_can_again()
    {
        var credential = await ExpiredWithFullStoreAsync();
        await credential.GetTokenAsync(default);

        _store.Save = null;
        await credential.GetTokenAsync(default);

        Assert.Equal("pinr_1", (await _store.ReadAsync(_user, default))!.RefreshToken);
    }

    [Fact]
    public async Task Another_credential_of_the_user_gets_it_too()
    {
        var credential = await ExpiredWithFullStoreAsync();
        await credential.GetTokenAsync(default);

        Assert.Equal("pina_1", (await Another().GetTokenAsync(default)).AccessToken);
        Assert.Single(_pinterest.Requests);
    }

    [Fact]
    public async Task It_is_renewed_with_its_own_refresh_token()
    {
        var credential = await ExpiredWithFullStoreAsync();
        _pinterest.Replies("""{"access_token":"pina_2","refresh_token":"pinr_2","expires_in":3600}""");
        await credential.GetTokenAsync(default);
        _time.Advance(TimeSpan.FromHours(2));

        Assert.Equal("pina_2", (await credential.GetTokenAsync(default)).AccessToken);
        Assert.Contains("pinr_1", _pinterest.Requests[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_credential_whose_calls_waited_for_the_renewal_is_told_once()
    {
        var answer = new TaskCompletionSource();
        var first = await ExpiredAsync();
        var second = Another();
        var told = Watch(first, second);
        _store.Save = () => throw new IOException("No space left on device");
        _pinterest.Answer = async (_, _) =>
        {
            await answer.Task;
            return FakePinterest.Reply(Renewed);
        };

        UserTokenCredential[] callers = [first, second, first, second];
        var calls = callers.Select(caller => caller.GetTokenAsync(default).AsTask()).ToList();
        answer.SetResult();

        Assert.All(await Task.WhenAll(calls), token => Assert.Equal("pina_1", token.AccessToken));
        Assert.Single(_pinterest.Requests);
        Assert.Equal(2, told.Count);
        Assert.Contains(first, told.Select(one => one.Sender));
        Assert.Contains(second, told.Select(one => one.Sender));
        Assert.Same(told[0].What.Error, told[1].What.Error);
    }

    [Fact]
    public async Task A_credential_that_comes_while_the_token_is_not_stored_is_told_once()
    {
        await (await ExpiredWithFullStoreAsync()).GetTokenAsync(default);
        var later = Another();
        var told = Watch(later);

        await later.GetTokenAsync(default);
        await later.GetTokenAsync(default);

        Assert.Equal(_user, Assert.Single(told).What.User);
    }

    [Fact]
    public async Task A_credential_that_comes_when_the_token_is_stored_is_told_nothing()
    {
        await (await ExpiredWithFullStoreAsync()).GetTokenAsync(default);
        var later = Another();
        var told = Watch(later);
        _store.Save = null;

        await later.GetTokenAsync(default);

        Assert.Empty(told);
    }

    [Fact]
    public async Task A_handler_that_is_added_after_the_failure_is_told_by_the_next_call()
    {
        var credential = await ExpiredWithFullStoreAsync();
        await credential.GetTokenAsync(default);
        var told = Watch(credential);

        await credential.GetTokenAsync(default);
        await credential.GetTokenAsync(default);

        Assert.Single(told);
    }

    [Fact]
    public async Task Each_renewal_whose_token_is_not_stored_is_told()
    {
        var credential = await ExpiredWithFullStoreAsync();
        var told = Watch(credential);
        _pinterest.Replies("""{"access_token":"pina_2","refresh_token":"pinr_2","expires_in":3600}""");

        await credential.GetTokenAsync(default);
        _time.Advance(TimeSpan.FromHours(2));
        await credential.GetTokenAsync(default);

        Assert.Equal(2, told.Count);
    }

    [Fact]
    public async Task A_rejected_token_that_gives_way_to_one_that_is_not_stored_is_told()
    {
        var other = await ExpiredAsync();
        var rejected = await _store.ReadAsync(_user, default);
        await (await ExpiredWithFullStoreAsync()).GetTokenAsync(default);
        var told = Watch(other);

        Assert.Equal("pina_1", (await other.RenewAsync(rejected!, default))!.AccessToken);

        Assert.Single(told);
        Assert.Single(_pinterest.Requests);
    }

    [Fact]
    public async Task A_token_that_another_process_stored_meanwhile_is_not_overwritten()
    {
        var credential = await ExpiredWithFullStoreAsync();
        await credential.GetTokenAsync(default);
        _store.Save = null;
        await _store.SaveAsync(_user, new PinterestToken("pina_of_another") { RefreshToken = "pinr_of_another" });

        await credential.GetTokenAsync(default);

        Assert.Equal("pinr_of_another", (await _store.ReadAsync(_user, default))!.RefreshToken);
    }

    [Fact]
    public async Task A_token_that_another_process_stored_meanwhile_is_taken_when_the_own_one_has_ended()
    {
        var credential = await ExpiredWithFullStoreAsync();
        await credential.GetTokenAsync(default);
        _store.Save = null;
        await _store.SaveAsync(_user, new PinterestToken("pina_of_another") { RefreshToken = "pinr_of_another" });
        _store.Save = () => throw new IOException("No space left on device");
        _time.Advance(TimeSpan.FromHours(2));

        Assert.Equal("pina_of_another", (await credential.GetTokenAsync(default)).AccessToken);
        Assert.Single(_pinterest.Requests);
    }

    [Fact]
    public async Task A_token_that_is_not_stored_is_renewed_while_the_store_cannot_be_read()
    {
        var credential = await ExpiredWithFullStoreAsync();
        await credential.GetTokenAsync(default);
        var rejected = await credential.GetTokenAsync(default);
        _pinterest.Replies("""{"access_token":"pina_2","refresh_token":"pinr_2","expires_in":3600}""");
        _store.Read = () => throw new IOException();

        Assert.Equal("pina_2", (await credential.RenewAsync(rejected, default))!.AccessToken);
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
            "FailingTokenStore could not prepare a write (IOException)",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Empty(_pinterest.Requests);
    }

    [Fact]
    public async Task A_store_that_throws_what_it_likes_is_one_kind_of_error()
    {
        _store.Read = () => throw new InvalidOperationException("pina_secret");

        var error = await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
            await Another().GetTokenAsync(default)
        );

        Assert.DoesNotContain("pina_secret", error.Message, StringComparison.Ordinal);
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
        var credential = Another();

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
        _store.Save = () => throw new IOException();
        credential.TokenNotStored += (_, _) => throw new InvalidOperationException();
        credential.ReauthorizationNeeded += (_, _) => throw new InvalidOperationException();
        _pinterest.Replies(
            """{"access_token":"pina_1","refresh_token":"pinr_1","expires_in":3600,"refresh_token_expires_in":60}"""
        );

        Assert.Equal("pina_1", (await credential.GetTokenAsync(default)).AccessToken);
    }

    [Theory]
    [InlineData("")]
    [InlineData("pina_a\nb")]
    public async Task A_token_that_no_header_can_hold_is_not_stored(string token)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() =>
            Another().SetTokenAsync(new PinterestToken(token))
        );
        Assert.DoesNotContain("pina_a", error.Message, StringComparison.Ordinal);
        Assert.Null(await _store.ReadAsync(_user, default));
    }

    // What the credentials raise, and which of them.
    private static List<(object? Sender, TokenNotStoredEventArgs What)> Watch(params UserTokenCredential[] credentials)
    {
        var told = new List<(object? Sender, TokenNotStoredEventArgs What)>();
        foreach (var credential in credentials)
        {
            credential.TokenNotStored += (sender, what) =>
            {
                lock (told)
                {
                    told.Add((sender, what));
                }
            };
        }

        return told;
    }

    // The token is renewed to pina_1, and the store cannot take that.
    private async Task<UserTokenCredential> ExpiredWithFullStoreAsync()
    {
        var credential = await ExpiredAsync();
        _pinterest.Replies(Renewed);
        _store.Save = () => throw new IOException("No space left on device");
        return credential;
    }

    private async Task<UserTokenCredential> ExpiredAsync()
    {
        await _store.SaveAsync(_user, new PinterestToken("pina_0", _time.GetUtcNow()) { RefreshToken = "pinr_0" });
        return Another();
    }

    // Another credential of the same user.
    private UserTokenCredential Another() =>
        new(
            new PinterestOAuth(
                new HttpClient(_pinterest),
                new PinterestApp("1", "s"),
                new PinterestOAuthOptions { TimeProvider = _time }
            ),
            _store,
            _user
        );
}
