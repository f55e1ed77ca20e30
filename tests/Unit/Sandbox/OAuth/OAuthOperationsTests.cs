using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.OAuth;

/// <summary>Codes and refresh tokens become tokens, once and for a time.</summary>
public sealed class OAuthOperationsTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
    private SandboxCalls _calls = null!;

    public async Task InitializeAsync() =>
        _calls = await SandboxCalls.StartAsync(new SandboxOptions { TimeProvider = _clock });

    public async Task DisposeAsync() => await _calls.DisposeAsync();

    [Fact]
    public async Task A_code_becomes_tokens_once_and_for_its_own_address()
    {
        var code = await _calls.CodeAsync("boards:read pins:read");
        Assert.Equal(
            (400, 283),
            await _calls.ExchangeAsync(await _calls.CodeAsync("boards:read"), "http://localhost:9/other")
                is var elsewhere
                ? (elsewhere.Status, elsewhere.Code)
                : default
        );

        var tokens = (await _calls.ExchangeAsync(code)).Json;

        Assert.Equal(
            ("authorization_code", "bearer", 2592000, "boards:read pins:read", 5184000),
            (
                (string?)tokens["response_type"],
                (string?)tokens["token_type"],
                (int)tokens["expires_in"]!,
                (string?)tokens["scope"],
                (int)tokens["refresh_token_expires_in"]!
            )
        );
        Assert.StartsWith("pina_", (string?)tokens["access_token"], StringComparison.Ordinal);
        Assert.StartsWith("pinr_", (string?)tokens["refresh_token"], StringComparison.Ordinal);
        Assert.Equal(200, (await _calls.GetAsync("/boards", (string)tokens["access_token"]!)).Status);

        // A code that comes twice ends what came of it.
        Assert.Equal((400, 283), await _calls.ExchangeAsync(code) is var again ? (again.Status, again.Code) : default);
        Assert.Equal(
            (401, 2),
            await _calls.GetAsync("/boards", (string)tokens["access_token"]!) is var ended
                ? (ended.Status, ended.Code)
                : default
        );
    }

    [Fact]
    public async Task The_last_value_of_a_field_that_is_sent_twice_counts()
    {
        var answer = await _calls.FormAsync(
            "/oauth/token",
            ("grant_type", "refresh_token"),
            ("grant_type", "client_credentials"),
            ("scope", "boards:read"),
            ("scope", "pins:read")
        );

        Assert.Equal((200, "pins:read"), (answer.Status, (string?)answer.Json["scope"]));
    }

    [Fact]
    public async Task A_code_serves_ten_minutes()
    {
        var code = await _calls.CodeAsync("boards:read");
        _clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Contains("expired", (await _calls.ExchangeAsync(code)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renewal_rotates_the_refresh_token()
    {
        var tokens = (await _calls.ExchangeAsync(await _calls.CodeAsync("boards:read pins:read"))).Json;
        _clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(401, (await _calls.GetAsync("/boards", (string)tokens["access_token"]!)).Status);

        var renewed = (await _calls.RefreshAsync(tokens)).Json;
        Assert.Equal(
            ("refresh_token", "boards:read pins:read"),
            ((string?)renewed["response_type"], (string?)renewed["scope"])
        );
        Assert.NotEqual((string?)tokens["refresh_token"], (string?)renewed["refresh_token"]);
        Assert.Equal(200, (await _calls.GetAsync("/boards", (string)renewed["access_token"]!)).Status);
        Assert.Equal((400, 283), await _calls.RefreshAsync(tokens) is var old ? (old.Status, old.Code) : default);

        var narrowed = (await _calls.RefreshAsync(renewed, "boards:read")).Json;
        Assert.Equal("boards:read", (string?)narrowed["scope"]);
        Assert.Equal(400, (await _calls.RefreshAsync(narrowed, "ads:read")).Status);
        _clock.Advance(TimeSpan.FromDays(61));
        Assert.Contains("expired", (await _calls.RefreshAsync(narrowed)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_revoked_is_refused()
    {
        var tokens = (await _calls.ExchangeAsync(await _calls.CodeAsync("boards:read"))).Json;
        Assert.Equal(
            (200, ""),
            await _calls.FormAsync("/oauth/token/revoke", ("token", (string)tokens["refresh_token"]!)) is var revoked
                ? (revoked.Status, revoked.Text)
                : default
        );

        Assert.Equal(401, (await _calls.GetAsync("/boards", (string)tokens["access_token"]!)).Status);
        Assert.Equal(400, (await _calls.RefreshAsync(tokens)).Status);
        Assert.Equal(200, (await _calls.FormAsync("/oauth/token/revoke", ("token", "never-seen"))).Status);
    }
}
