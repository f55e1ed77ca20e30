using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.OAuth;

/// <summary>A renewal whose token is stored on a disk that is really full, before and after the refresh.</summary>
public sealed class FileTokenStoreFullDiskTests
{
    private const string Renewed = """{"access_token":"pina_1","refresh_token":"pinr_1","expires_in":3600}""";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly string _user = Guid.NewGuid().ToString();
    private readonly FakePinterest _pinterest = new();

    [SmallDiskFact]
    public async Task No_refresh_is_sent_when_there_is_no_room_for_the_new_token()
    {
        using var disk = new SmallDisk();
        var credential = await ExpiredAsync(disk);
        _pinterest.Replies(Renewed);
        disk.Fill();

        var error = await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
            await credential.GetTokenAsync(default)
        );

        Assert.Contains(disk, error.Message, StringComparison.Ordinal);
        Assert.Contains("No token was renewed", error.Message, StringComparison.Ordinal);
        Assert.Empty(_pinterest.Requests);
        Assert.Equal("pinr_0", (await StoredAsync(disk)).RefreshToken);

        disk.Free();
        Assert.Equal("pina_1", (await credential.GetTokenAsync(default)).AccessToken);
        Assert.Equal("pinr_1", (await StoredAsync(disk)).RefreshToken);
    }

    [SmallDiskFact]
    public async Task A_disk_that_fills_up_during_the_refresh_has_room_for_the_new_token()
    {
        using var disk = new SmallDisk();
        var credential = await ExpiredAsync(disk);
        FillDuringRefresh(disk, Renewed);

        Assert.Equal("pina_1", (await credential.GetTokenAsync(default)).AccessToken);

        Assert.Equal("pinr_1", (await StoredAsync(disk)).RefreshToken);
    }

    [SmallDiskFact]
    public async Task A_token_that_is_larger_than_its_room_is_kept_and_stored_when_the_disk_has_room_again()
    {
        using var disk = new SmallDisk();
        var credential = await ExpiredAsync(disk);
        var told = new List<TokenNotStoredEventArgs>();
        credential.TokenNotStored += (_, what) => told.Add(what);
        var scopes = string.Join(',', Enumerable.Range(0, 2000).Select(number => $"scope:{number}"));
        FillDuringRefresh(disk, Renewed.Replace("}", $$""","scope":"{{scopes}}"}""", StringComparison.Ordinal));

        for (var call = 0; call < 3; call++)
        {
            Assert.Equal("pina_1", (await credential.GetTokenAsync(default)).AccessToken);
        }

        Assert.Contains(disk, Assert.Single(told).Error.Message, StringComparison.Ordinal);
        Assert.Equal("pinr_0", (await StoredAsync(disk)).RefreshToken);

        disk.Free();
        Assert.Equal("pina_1", (await credential.GetTokenAsync(default)).AccessToken);

        var stored = await StoredAsync(disk);
        Assert.Equal(("pinr_1", 2000), (stored.RefreshToken, stored.Scopes.Count));
        Assert.Single(_pinterest.Requests);
    }

    // By then the draft is on the disk.
    private void FillDuringRefresh(SmallDisk disk, string reply) =>
        _pinterest.Answer = (_, _) =>
        {
            disk.Fill();
            return Task.FromResult(FakePinterest.Reply(reply));
        };

    private async Task<UserTokenCredential> ExpiredAsync(string folder)
    {
        var store = new FileTokenStore(folder);
        await store.SaveAsync(_user, new PinterestToken("pina_0", _time.GetUtcNow()) { RefreshToken = "pinr_0" });
        return new UserTokenCredential(
            new PinterestOAuth(
                new HttpClient(_pinterest),
                new PinterestApp("1", "s"),
                new PinterestOAuthOptions { TimeProvider = _time }
            ),
            store,
            _user
        );
    }

    private async Task<PinterestToken> StoredAsync(string folder) =>
        (await new FileTokenStore(folder).ReadAsync(_user, default))!;
}
