using System.Net;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.OAuth;

/// <summary>When only a new sign-in helps, or soon will, the app is told.</summary>
public sealed class UserTokenCredentialReauthorizationTests
{
    [Fact]
    public async Task A_refused_refresh_token_says_that_the_user_must_sign_in_again()
    {
        var user = await RenewingUser.SignedInAsync(expiresIn: TimeSpan.FromMinutes(-1));
        user.Pinterest.Replies("""{"code":283,"message":"bad grant"}""", HttpStatusCode.BadRequest);
        ReauthorizationEventArgs? raised = null;
        user.Credential.ReauthorizationNeeded += (_, args) => raised = args;

        var error = await Assert.ThrowsAsync<PinterestReauthorizationRequiredException>(() =>
            user.Client.Boards.GetAsync("7")
        );

        Assert.Equal(
            $"The user '{user.Key}' must sign in again: Pinterest rejected the refresh token (400, code 283). A "
                + "retry cannot succeed.",
            error.Message
        );
        Assert.True(raised!.IsUrgent);
        Assert.DoesNotContain("pinr_", error.ToString(), StringComparison.Ordinal);
        Assert.Single(user.Pinterest.Requests);
    }

    [Fact]
    public async Task Each_credential_whose_calls_waited_for_a_refused_renewal_is_told_once()
    {
        var answer = new TaskCompletionSource();
        var user = await RenewingUser.SignedInAsync(expiresIn: TimeSpan.FromMinutes(-1));
        user.Pinterest.Answer = async (_, _) =>
        {
            await answer.Task;
            return FakePinterest.Reply("""{"code":283,"message":"bad grant"}""", HttpStatusCode.BadRequest);
        };
        var other = user.CredentialOf(user.Pinterest);
        var told = new System.Collections.Concurrent.ConcurrentQueue<object?>();
        user.Credential.ReauthorizationNeeded += (sender, _) => told.Enqueue(sender);
        other.ReauthorizationNeeded += (sender, _) => told.Enqueue(sender);

        UserTokenCredential[] callers = [user.Credential, other, user.Credential, other];
        var calls = callers.Select(caller => caller.GetTokenAsync(default).AsTask()).ToList();
        answer.SetResult();
        foreach (var call in calls)
        {
            await Assert.ThrowsAsync<PinterestReauthorizationRequiredException>(() => call);
        }

        Assert.Equal(2, told.Count);
        Assert.Contains(user.Credential, told);
        Assert.Contains(other, told);
        Assert.Single(user.Pinterest.Requests);
    }

    [Fact]
    public async Task A_user_of_whom_nothing_is_stored_must_sign_in()
    {
        var user = new RenewingUser();
        var credential = user.CredentialOf(new FakePinterest());

        Assert.Contains(
            "no token is stored for this user.",
            (
                await Assert.ThrowsAsync<PinterestReauthorizationRequiredException>(async () =>
                    await credential.GetTokenAsync(default)
                )
            ).Message,
            StringComparison.Ordinal
        );

        await credential.SetTokenAsync(new PinterestToken("pina_x"));
        Assert.Equal("pina_x", (await credential.GetTokenAsync(default)).AccessToken);
    }

    [Theory]
    [InlineData(6, true)]
    [InlineData(7, true)]
    [InlineData(8, false)]
    public async Task The_app_is_told_a_week_before_a_refresh_token_ends(int days, bool isTold)
    {
        var user = await RenewingUser.SignedInAsync(expiresIn: TimeSpan.FromMinutes(-1));
        user.Pinterest.Replies(
            $$"""{"access_token":"pina_1","refresh_token":"pinr_1","expires_in":3600,"refresh_token_expires_in":{{days * 24 * 3600}}}"""
        );
        ReauthorizationEventArgs? raised = null;
        user.Credential.ReauthorizationNeeded += (_, args) => raised = args;

        await user.Client.Boards.GetAsync("7");

        Assert.Equal(
            isTold ? (user.Key, user.Time.GetUtcNow().AddDays(days), false) : null,
            raised is null ? null : ((string, DateTimeOffset?, bool)?)(raised.User, raised.Before, raised.IsUrgent)
        );
    }

    [Fact]
    public async Task A_refresh_token_that_grows_old_in_the_store_is_told_of_once()
    {
        var user = new RenewingUser();
        var credential = user.CredentialOf(new FakePinterest());
        await credential.SetTokenAsync(
            new PinterestToken("pina_0", user.Time.GetUtcNow().AddDays(90))
            {
                RefreshToken = "pinr_0",
                RefreshTokenExpiresAt = user.Time.GetUtcNow().AddDays(60),
            }
        );
        var raised = new List<DateTimeOffset?>();
        credential.ReauthorizationNeeded += (_, args) => raised.Add(args.Before);

        user.Time.Advance(TimeSpan.FromDays(53) - TimeSpan.FromSeconds(1));
        await credential.GetTokenAsync(default);
        Assert.Empty(raised);

        user.Time.Advance(TimeSpan.FromSeconds(1));
        await credential.GetTokenAsync(default);
        await credential.GetTokenAsync(default);
        Assert.Equal([user.Time.GetUtcNow().AddDays(7)], raised);
    }

    [Fact]
    public async Task An_old_refresh_token_that_is_about_to_be_replaced_is_no_reason_to_sign_in()
    {
        var user = new RenewingUser();
        var pinterest = new FakePinterest().Replies(
            """{"access_token":"pina_1","refresh_token":"pinr_1","expires_in":2592000,"refresh_token_expires_in":5184000}"""
        );
        var credential = user.CredentialOf(pinterest);
        await credential.SetTokenAsync(
            new PinterestToken("pina_0", user.Time.GetUtcNow())
            {
                RefreshToken = "pinr_0",
                RefreshTokenExpiresAt = user.Time.GetUtcNow().AddDays(1),
            }
        );
        var isTold = false;
        credential.ReauthorizationNeeded += (_, _) => isTold = true;

        Assert.Equal("pina_1", (await credential.GetTokenAsync(default)).AccessToken);
        Assert.False(isTold);
    }

    [Fact]
    public async Task A_token_without_a_refresh_token_cannot_be_renewed()
    {
        var user = new RenewingUser();
        var credential = user.CredentialOf(new FakePinterest());
        await credential.SetTokenAsync(new PinterestToken("pina_0", user.Time.GetUtcNow()));

        var error = await Assert.ThrowsAsync<PinterestReauthorizationRequiredException>(async () =>
            await credential.GetTokenAsync(default)
        );
        Assert.Equal(
            $"The user '{user.Key}' must sign in again: the stored token has no refresh token. A retry cannot succeed.",
            error.Message
        );
    }
}
