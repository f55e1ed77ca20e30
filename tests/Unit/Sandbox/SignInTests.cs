using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox;

/// <summary>The authorise page, the token operations, and what a token may do.</summary>
public sealed partial class SignInTests : IAsyncLifetime
{
    private const string Return = "http://localhost:9/back?keep=1";
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
    private SandboxCalls _calls = null!;

    public async Task InitializeAsync() =>
        _calls = await SandboxCalls.StartAsync(new SandboxOptions { Clock = _clock });

    public async Task DisposeAsync() => await _calls.DisposeAsync();

    [Fact]
    public async Task The_page_names_the_scopes_and_its_buttons_return_to_the_app()
    {
        var page = await PageAsync(
            $"client_id={_calls.Sandbox.AppId}&redirect_uri={Uri.EscapeDataString(Return)}&response_type=code&scope=boards:read,pins:read&state=s%221"
        );
        Assert.Equal(200, page.Status);
        Assert.Contains("<li>boards:read</li><li>pins:read</li>", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            ("DENY", "no-store", "no-referrer"),
            (page.Header("X-Frame-Options"), page.Header("Cache-Control"), page.Header("Referrer-Policy"))
        );

        var allowed = new Uri((await PressAsync(page.Text, "allow")).Header("Location"));
        Assert.Matches("^\\?keep=1&code=[0-9a-f]{40}&state=s%221$", allowed.Query);
        Assert.Equal(
            "http://localhost:9/back?keep=1&error=access_denied&state=s%221",
            (await PressAsync(page.Text, "deny")).Header("Location")
        );
        Assert.Equal(
            400,
            (await PressAsync(page.Text.Replace("form_token", "other", StringComparison.Ordinal), "allow")).Status
        );
    }

    [Theory]
    [InlineData("client_id=7&redirect_uri=http://localhost/&response_type=code&scope=boards:read", "client_id")]
    [InlineData(
        "client_id=1000001&redirect_uri=javascript:alert(1)&response_type=code&scope=boards:read",
        "redirect_uri"
    )]
    [InlineData(
        "client_id=1000001&redirect_uri=http://localhost/&response_type=token&scope=boards:read",
        "response_type"
    )]
    [InlineData("client_id=1000001&redirect_uri=http://localhost/&response_type=code&scope=", "scope")]
    [InlineData("client_id=1000001&redirect_uri=http://localhost/&response_type=code&scope=<script>", "&lt;script&gt;")]
    public async Task A_page_that_is_asked_for_wrongly_says_why_and_goes_nowhere(string query, string message)
    {
        var page = await PageAsync(query);
        Assert.Equal((400, ""), (page.Status, page.Header("Location")));
        Assert.Contains(message, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_becomes_tokens_once_and_for_its_own_address()
    {
        var code = await CodeAsync("boards:read pins:read");
        Assert.Equal(
            (400, 283),
            await ExchangeAsync(await CodeAsync("boards:read"), "http://localhost:9/other") is var elsewhere
                ? (elsewhere.Status, elsewhere.Code)
                : default
        );

        var tokens = (await ExchangeAsync(code)).Json;

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
        Assert.Equal((400, 283), await ExchangeAsync(code) is var again ? (again.Status, again.Code) : default);
        Assert.Equal(
            (401, 2),
            await _calls.GetAsync("/boards", (string)tokens["access_token"]!) is var ended
                ? (ended.Status, ended.Code)
                : default
        );
    }

    [Fact]
    public async Task A_code_serves_ten_minutes()
    {
        var code = await CodeAsync("boards:read");
        _clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Contains("expired", (await ExchangeAsync(code)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renewal_rotates_the_refresh_token()
    {
        var tokens = (await ExchangeAsync(await CodeAsync("boards:read pins:read"))).Json;
        _clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(401, (await _calls.GetAsync("/boards", (string)tokens["access_token"]!)).Status);

        var renewed = (await RefreshAsync(tokens)).Json;
        Assert.Equal(
            ("refresh_token", "boards:read pins:read"),
            ((string?)renewed["response_type"], (string?)renewed["scope"])
        );
        Assert.NotEqual((string?)tokens["refresh_token"], (string?)renewed["refresh_token"]);
        Assert.Equal(200, (await _calls.GetAsync("/boards", (string)renewed["access_token"]!)).Status);
        Assert.Equal((400, 283), await RefreshAsync(tokens) is var old ? (old.Status, old.Code) : default);

        var narrowed = (await RefreshAsync(renewed, "boards:read")).Json;
        Assert.Equal("boards:read", (string?)narrowed["scope"]);
        Assert.Equal(400, (await RefreshAsync(narrowed, "ads:read")).Status);
        _clock.Advance(TimeSpan.FromDays(61));
        Assert.Contains("expired", (await RefreshAsync(narrowed)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_revoked_is_refused()
    {
        var tokens = (await ExchangeAsync(await CodeAsync("boards:read"))).Json;
        Assert.Equal(
            (200, ""),
            await _calls.FormAsync("/oauth/token/revoke", ("token", (string)tokens["refresh_token"]!)) is var revoked
                ? (revoked.Status, revoked.Text)
                : default
        );

        Assert.Equal(401, (await _calls.GetAsync("/boards", (string)tokens["access_token"]!)).Status);
        Assert.Equal(400, (await RefreshAsync(tokens)).Status);
        Assert.Equal(200, (await _calls.FormAsync("/oauth/token/revoke", ("token", "never-seen"))).Status);
    }

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

    [GeneratedRegex("name=\"(\\w+)\" value=\"([^\"]*)\"")]
    private static partial Regex Field();

    private Task<SandboxAnswer> PageAsync(string query) =>
        _calls.ReadAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(_calls.Sandbox.AuthorizeAddress, "?" + query)));

    private Task<SandboxAnswer> PressAsync(string page, string answer)
    {
        var fields = Field()
            .Matches(page)
            .Where(match => match.Groups[1].Value != "answer")
            .Select(match => new KeyValuePair<string, string>(
                match.Groups[1].Value,
                System.Net.WebUtility.HtmlDecode(match.Groups[2].Value)
            ));
        return _calls.ReadAsync(
            new HttpRequestMessage(HttpMethod.Post, _calls.Sandbox.AuthorizeAddress)
            {
                Content = new FormUrlEncodedContent(fields.Append(new("answer", answer))),
            }
        );
    }

    private async Task<string> CodeAsync(string scopes)
    {
        var page = await PageAsync(
            $"client_id={_calls.Sandbox.AppId}&redirect_uri={Uri.EscapeDataString(Return)}&response_type=code&scope={Uri.EscapeDataString(scopes)}"
        );
        return (await PressAsync(page.Text, "allow")).Header("Location").Split("code=")[1];
    }

    private Task<SandboxAnswer> ExchangeAsync(string code, string redirect = Return) =>
        _calls.FormAsync(
            "/oauth/token",
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", redirect)
        );

    private Task<SandboxAnswer> RefreshAsync(JObject tokens, string? scope = null) =>
        _calls.FormAsync(
            "/oauth/token",
            [
                ("grant_type", "refresh_token"),
                ("refresh_token", (string)tokens["refresh_token"]!),
                .. scope is null ? Array.Empty<(string, string)>() : [("scope", scope)],
            ]
        );
}
