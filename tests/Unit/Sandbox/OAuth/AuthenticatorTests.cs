using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.OAuth;

/// <summary>A token is valid for what its scopes and its kind allow.</summary>
public sealed class AuthenticatorTests : IAsyncLifetime
{
    private SandboxCalls _calls = null!;

    public async Task InitializeAsync() => _calls = await SandboxCalls.StartAsync();

    public async Task DisposeAsync() => await _calls.DisposeAsync();

    [Fact]
    public async Task An_apps_own_token_serves_what_declares_it()
    {
        var token = (string)
            (
                await _calls.FormAsync(
                    "/oauth/token",
                    ("grant_type", "client_credentials"),
                    ("scope", "boards:read,boards:write,pins:read,pins:write")
                )
            ).Json["access_token"]!;

        Assert.Equal(200, (await _calls.GetAsync("/boards", token)).Status);
        var board = (await _calls.PostAsync("/boards", new { name = "Kitchens" }, token)).Id;
        Assert.Equal(
            (401, 3),
            await _calls.DeleteAsync($"/boards/{board}", token) is var refused
                ? (refused.Status, refused.Code)
                : default
        );
        Assert.Equal(
            (401, 3),
            await _calls.GetAsync("/media", token) is var media ? (media.Status, media.Code) : default
        );
    }

    [Fact]
    public async Task A_missing_scope_is_named()
    {
        var refused = await _calls.PostAsync(
            "/boards",
            new { name = "x" },
            _calls.Sandbox.IssueAccessToken(["boards:read"])
        );
        Assert.Equal((401, 3), (refused.Status, refused.Code));
        Assert.Contains("boards:write", refused.Message, StringComparison.Ordinal);
        Assert.Equal(
            401,
            (
                await _calls.PostAsync(
                    "/boards",
                    new { name = "x", privacy = "SECRET" },
                    _calls.Sandbox.IssueAccessToken(["boards:read", "boards:write"])
                )
            ).Status
        );
    }

    [Fact]
    public async Task A_conversion_token_serves_conversion_events_only()
    {
        var token = (string)(await _calls.PostAsync("/oauth/conversion_token", null)).Json["access_token"]!;
        Assert.Equal(401, (await _calls.GetAsync("/boards", token)).Status);

        // Anything but 401: the body is not what this is about.
        Assert.Equal(400, (await _calls.PostAsync("/ad_accounts/1234567/events", new { }, token)).Status);
    }

    [Theory]
    [InlineData("Bearer ")]
    [InlineData("Bearer pina_unknown")]
    [InlineData("Basic bm90OnJpZ2h0")]
    [InlineData("Basic %%%")]
    [InlineData("Digest x")]
    public async Task A_credential_that_is_none_is_a_401_with_code_2(string header)
    {
        var refused = await _calls.GetAsync("/boards", "", ("Authorization", header));
        Assert.Equal((401, 2, "Authentication failed."), (refused.Status, refused.Code, refused.Message));
        using var request = new HttpRequestMessage(HttpMethod.Post, _calls.Sandbox.BaseAddress + "/oauth/token")
        {
            Content = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("scope", "ads:read")]),
        };
        request.Headers.TryAddWithoutValidation("Authorization", header);
        Assert.Equal(401, (await _calls.ReadAsync(request)).Status);
    }
}
