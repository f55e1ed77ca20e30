using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Access;

public sealed class AccountClientsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task An_account_that_login_signed_in_has_its_scopes()
    {
        await SignInAsync("shop", "boards:read", "pins:read");
        using var accounts = new AccountClients(new AccountClientsOptions { TokenFolder = _folder.Path });
        var facts = await accounts.GetFactsAsync("shop", default);
        Assert.Equal(["boards:read", "pins:read"], facts.Scopes);
        Assert.Equal("production", facts.Environment);
        Assert.NotNull(await accounts.GetAsync("shop", default));
    }

    [Theory]
    [InlineData("other")]
    [InlineData("../shop")]
    [InlineData("SHOP")]
    public async Task An_account_that_is_not_signed_in_is_refused_without_a_path(string account)
    {
        await SignInAsync("shop");
        using var accounts = new AccountClients(new AccountClientsOptions { TokenFolder = _folder.Path });
        var error = await Assert.ThrowsAsync<AccessDeniedException>(async () =>
            await accounts.GetAsync(account, default)
        );
        Assert.Equal("account", error.Decision.Rule);
        Assert.Contains("pinterest-openapi login", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.Path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_token_is_refused_without_a_path()
    {
        await SignInAsync("shop");
        foreach (var file in Directory.GetFiles(_folder.Path, "*.json"))
        {
            await File.WriteAllTextAsync(file, "oh");
        }

        using var accounts = new AccountClients(new AccountClientsOptions { TokenFolder = _folder.Path });
        var error = await Assert.ThrowsAsync<AccessDeniedException>(async () =>
            await accounts.GetFactsAsync("shop", default)
        );
        Assert.DoesNotContain(_folder.Path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_of_the_environment_speaks_for_its_own_account_only()
    {
        using var accounts = new AccountClients(
            new AccountClientsOptions { AccessToken = "token", TokenFolder = Path.Combine(_folder.Path, "none") }
        );
        Assert.NotNull(await accounts.GetAsync("me", default));
        Assert.Null((await accounts.GetFactsAsync("me", default)).Scopes);
        await Assert.ThrowsAsync<AccessDeniedException>(async () => await accounts.GetAsync("shop", default));
    }

    [Fact]
    public async Task Outside_of_a_granted_call_its_client_sends_nothing()
    {
        using var accounts = new AccountClients(new AccountClientsOptions { AccessToken = "token" });
        var client = await accounts.GetAsync("me", default);
        await Assert.ThrowsAsync<AccessDeniedException>(() => client.UserAccount.GetAsync());
    }

    [Fact]
    public void Options_do_not_print_a_token() =>
        Assert.DoesNotContain(
            "token1",
            new AccountClientsOptions { AccessToken = "token1" }.ToString(),
            StringComparison.Ordinal
        );

    public void Dispose() => _folder.Dispose();

    private async Task SignInAsync(string user, params string[] scopes)
    {
        await using var guard = await new FileTokenStore(_folder.Path).LockAsync(user, default);
        await guard.SaveAsync(new PinterestToken("token", DateTimeOffset.MaxValue) { Scopes = scopes }, default);
    }
}
