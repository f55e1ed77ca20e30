using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.OAuth;

public sealed class UserTokenCredentialTests
{
    [Fact]
    public async Task The_new_pair_is_stored_before_anyone_uses_it()
    {
        var user = await RenewingUser.SignedInAsync(expiresIn: TimeSpan.FromMinutes(-1));
        var stored = "";
        var answer = user.Pinterest.Answer!;
        user.Pinterest.Answer = async (request, body) =>
        {
            if (request.Method == HttpMethod.Get)
            {
                stored = (await user.StoredAsync()).RefreshToken!;
            }

            return await answer(request, body);
        };

        await user.Client.Boards.GetAsync("7");

        Assert.Equal("pinr_1", stored);
    }

    [Fact]
    public async Task What_another_process_has_renewed_is_taken_and_not_renewed_again()
    {
        var user = await RenewingUser.SignedInAsync(expiresIn: TimeSpan.FromDays(30), refused: "pina_0");
        await user.Client.Boards.GetAsync("7");
        var other = new PinterestToken("pina_other", user.Time.GetUtcNow().AddDays(30)) { RefreshToken = "pinr_other" };
        await user.Store.SaveAsync(user.Key, other);

        var renewed = await user.Credential.RenewAsync(new PinterestToken("pina_1"), default);

        Assert.Equal("pina_other", renewed!.AccessToken);
        Assert.Equal(1, user.Refreshes);
    }

    [Fact]
    public async Task A_token_at_its_end_is_renewed_before_the_call()
    {
        var user = await RenewingUser.SignedInAsync(expiresIn: TimeSpan.Zero);

        await user.Client.Boards.GetAsync("7");

        Assert.Equal("Bearer pina_1", user.Pinterest.Requests[^1].Request.Headers.Authorization!.ToString());
    }

    [Fact]
    public Task What_is_missing_is_named()
    {
        var store = new MemoryTokenStore();
        var oauth = new PinterestOAuth(new HttpClient(), new PinterestApp("1", "s"));
        var credential = new UserTokenCredential(oauth, store, "u");
        return Missing.IsNamedAsync(
            ("oauth", () => new UserTokenCredential(null!, store, "u")),
            ("store", () => new UserTokenCredential(oauth, null!, "u")),
            ("user", () => new UserTokenCredential(oauth, store, "")),
            ("token", () => credential.SetTokenAsync(null!)),
            ("rejected", () => credential.RenewAsync(null!, default).AsTask())
        );
    }
}
