namespace Pinterest.OpenApi.Unit.Client.OAuth;

/// <summary>What is missing is named at once, and not when the first call is made.</summary>
public sealed class OAuthArgumentTests
{
    private static readonly PinterestApp App = new("1", "s");
    private static readonly PinterestOAuth OAuth = new(new HttpClient(), App);
    private static readonly Uri Redirect = new("http://localhost:8085/");
    private static readonly MemoryTokenStore Store = new();

    private static readonly (string Name, Func<object?> Call)[] Missing =
    [
        ("http", () => new PinterestOAuth(null!, App)),
        ("app", () => new PinterestOAuth(new HttpClient(), null!)),
        ("redirectUri", () => OAuth.GetAuthorizeAddress(null!, [], "s")),
        ("scopes", () => OAuth.GetAuthorizeAddress(Redirect, null!, "s")),
        ("state", () => OAuth.GetAuthorizeAddress(Redirect, [], "")),
        ("code", () => OAuth.ExchangeCodeAsync("", Redirect)),
        ("redirectUri", () => OAuth.ExchangeCodeAsync("c", null!)),
        ("refreshToken", () => OAuth.RefreshAsync("")),
        ("scopes", () => OAuth.GetClientTokenAsync(null!)),
        ("token", () => OAuth.RevokeAsync("")),
        ("oauth", () => new UserTokenCredential(null!, Store, "u")),
        ("store", () => new UserTokenCredential(OAuth, null!, "u")),
        ("user", () => new UserTokenCredential(OAuth, Store, "")),
        ("token", () => new UserTokenCredential(OAuth, Store, "u").SetTokenAsync(null!)),
        ("rejected", () => new UserTokenCredential(OAuth, Store, "u").RenewAsync(null!, default).AsTask()),
        ("oauth", () => new ClientTokenCredential(null!, [])),
        ("scopes", () => new ClientTokenCredential(OAuth, null!)),
        ("rejected", () => new ClientTokenCredential(OAuth, []).RenewAsync(null!, default).AsTask()),
        ("token", () => new StaticTokenCredential(null!)),
        ("folder", () => new FileTokenStore("")),
        ("token", () => new FileTokenStore("tokens").TryWriteAsync("u", null!, null, default).AsTask()),
    ];

    [Fact]
    public async Task What_is_missing_is_named()
    {
        foreach (var (name, call) in Missing)
        {
            var error = await Assert.ThrowsAnyAsync<ArgumentException>(async () =>
            {
                if (call() is Task task)
                {
                    await task;
                }
            });
            Assert.Equal(name, error.ParamName);
        }
    }

    [Theory]
    [InlineData("http://api.example")]
    [InlineData("ftp://localhost")]
    public void A_secret_goes_to_no_address_that_is_not_encrypted(string address) =>
        Assert.Throws<ArgumentException>(() =>
            new PinterestOAuth(new HttpClient(), App, new PinterestOAuthOptions { BaseAddress = new Uri(address) })
        );
}
