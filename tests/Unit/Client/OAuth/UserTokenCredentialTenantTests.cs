using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.OAuth;

/// <summary>The user "me" of one store is not the user "me" of another.</summary>
public sealed class UserTokenCredentialTenantTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly string _user = Guid.NewGuid().ToString();

    [Fact]
    public async Task Two_stores_with_a_user_of_one_name_do_not_share_a_renewal()
    {
        var answer = new TaskCompletionSource();
        var pinterest = Rotating(answer.Task);
        var a = await CredentialAsync(pinterest, new MemoryTokenStore(), "a");
        var b = await CredentialAsync(pinterest, new MemoryTokenStore(), "b");

        var tokens = Task.WhenAll(
            a.GetTokenAsync(default).AsTask(),
            b.GetTokenAsync(default).AsTask(),
            a.GetTokenAsync(default).AsTask()
        );
        answer.SetResult();

        Assert.Equal(
            ["pina_of_pinr_a", "pina_of_pinr_b", "pina_of_pinr_a"],
            (await tokens).Select(token => token.AccessToken)
        );
        Assert.Equal("pina_of_pinr_b", (await b.GetTokenAsync(default)).AccessToken);
        Assert.Equal(2, pinterest.Requests.Count);
    }

    [Fact]
    public async Task Two_stores_on_one_folder_share_a_renewal()
    {
        using var folder = new TemporaryFolder();
        var answer = new TaskCompletionSource();
        var pinterest = Rotating(answer.Task);
        var a = await CredentialAsync(pinterest, new FileTokenStore(folder), "a");
        var b = new UserTokenCredential(OAuth(pinterest), new FileTokenStore(Path.Combine(folder, "") + "/"), _user);

        var tokens = Task.WhenAll(a.GetTokenAsync(default).AsTask(), b.GetTokenAsync(default).AsTask());
        answer.SetResult();

        Assert.All(await tokens, token => Assert.Equal("pina_of_pinr_a", token.AccessToken));
        Assert.Single(pinterest.Requests);
    }

    [Fact]
    public async Task Two_stores_are_paced_apart()
    {
        var pinterest = Rotating(Task.CompletedTask);
        var a = await CredentialAsync(pinterest, new MemoryTokenStore(), "a");
        var b = await CredentialAsync(pinterest, new MemoryTokenStore(), "b");
        Assert.NotEqual(a.PacingKey, b.PacingKey);
    }

    private static FakePinterest Rotating(Task hold) =>
        new()
        {
            Answer = async (request, body) =>
            {
                await hold;
                var refreshToken = Uri.UnescapeDataString(body!.Split("refresh_token=")[^1].Split('&')[0]);
                return FakePinterest.Reply(
                    $$"""{"access_token":"pina_of_{{refreshToken}}","refresh_token":"next_{{refreshToken}}","expires_in":3600}"""
                );
            },
        };

    private async Task<UserTokenCredential> CredentialAsync(FakePinterest pinterest, ITokenStore store, string tenant)
    {
        await store.SaveAsync(
            _user,
            new PinterestToken($"pina_{tenant}", _time.GetUtcNow()) { RefreshToken = $"pinr_{tenant}" }
        );
        return new UserTokenCredential(OAuth(pinterest), store, _user);
    }

    private PinterestOAuth OAuth(FakePinterest pinterest) =>
        new(new HttpClient(pinterest), new PinterestApp("1", "s"), new PinterestOAuthOptions { TimeProvider = _time });
}
