using System.Net;
using Pinterest.OpenApi;
using Samples.Tests.Support;

namespace Samples.Tests;

public sealed class SignInWithLoopbackPageTests
{
    [Fact]
    public async Task A_user_who_allows_is_greeted_and_the_tokens_are_stored_and_not_printed()
    {
        await using var stage = await Stage.StartAsync();
        await stage.PinAsync(await stage.BoardAsync(), "Oak table");
        using var output = new WatchedWriter();
        var (back, folder) = (Browser.FreeAddress(), Path.Combine(stage.Folder, "tokens"));
        var sample = SignInWithLoopbackPage.RunAsync(
            stage.Options,
            output,
            stage.Sandbox.AuthorizeAddress,
            back,
            folder,
            default
        );
        var page = new Uri(await output.LineAsync("http://", sample));

        // A return that somebody else has made up is turned away, and the right one still waited for.
        using var http = new HttpClient();
        using var foreign = await http.GetAsync(new Uri(back, "?code=stolen&state=other"));
        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
        Assert.Equal("You can close this page.", await Browser.PressAsync(page, "allow"));

        Assert.Equal(0, await sample.WaitAsync(Stage.Limit));
        Assert.Contains(
            $"Signed in as sandbox_user, who has 1 Pins. The tokens are in {folder}.",
            output.ToString(),
            StringComparison.Ordinal
        );
        var token = (await new FileTokenStore(folder).ReadAsync(SignInWithLoopbackPage.User, default))!;
        Assert.Equal(["boards:read", "pins:read", "user_accounts:read"], token.Scopes.Order(StringComparer.Ordinal));
        foreach (var secret in new[] { token.AccessToken, token.RefreshToken!, stage.Sandbox.AppSecret })
        {
            Assert.DoesNotContain(secret, output.ToString(), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("pina_", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("pinr_", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_who_denies_leaves_nothing()
    {
        await using var stage = await Stage.StartAsync();
        using var output = new WatchedWriter();
        var folder = Path.Combine(stage.Folder, "tokens");
        var sample = SignInWithLoopbackPage.RunAsync(
            stage.Options,
            output,
            stage.Sandbox.AuthorizeAddress,
            Browser.FreeAddress(),
            folder,
            default
        );

        await Browser.PressAsync(new Uri(await output.LineAsync("http://", sample)), "deny");

        Assert.Equal(1, await sample.WaitAsync(Stage.Limit));
        Assert.Contains("You did not allow the app.", output.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_for_the_user()
    {
        await using var stage = await Stage.StartAsync();
        using var output = new WatchedWriter();
        using var stop = new CancellationTokenSource();
        var sample = SignInWithLoopbackPage.RunAsync(
            stage.Options,
            output,
            stage.Sandbox.AuthorizeAddress,
            Browser.FreeAddress(),
            stage.Folder,
            stop.Token
        );
        await output.LineAsync("http://", sample);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sample.WaitAsync(Stage.Limit));
    }
}
