using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.OAuth;

/// <summary>The page on which a user allows an app what it asks for.</summary>
public sealed class AuthorizePageTests : IAsyncLifetime
{
    private SandboxCalls _calls = null!;

    public async Task InitializeAsync() => _calls = await SandboxCalls.StartAsync();

    public async Task DisposeAsync() => await _calls.DisposeAsync();

    [Fact]
    public async Task The_page_names_the_scopes_and_its_buttons_return_to_the_app()
    {
        var page = await _calls.PageAsync(
            $"client_id={_calls.Sandbox.AppId}&redirect_uri={Uri.EscapeDataString(SignIn.Return)}"
                + "&response_type=code&scope=boards:read,pins:read&state=s%221"
        );
        Assert.Equal(200, page.Status);
        Assert.Contains("<li>boards:read</li><li>pins:read</li>", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            ("DENY", "no-store", "no-referrer"),
            (page.Header("X-Frame-Options"), page.Header("Cache-Control"), page.Header("Referrer-Policy"))
        );

        var allowed = new Uri((await _calls.PressAsync(page.Text, "allow")).Header("Location"));
        Assert.Matches("^\\?keep=1&code=[0-9a-f]{40}&state=s%221$", allowed.Query);
        Assert.Equal(
            "http://localhost:9/back?keep=1&error=access_denied&state=s%221",
            (await _calls.PressAsync(page.Text, "deny")).Header("Location")
        );
        Assert.Equal(
            400,
            (
                await _calls.PressAsync(page.Text.Replace("form_token", "other", StringComparison.Ordinal), "allow")
            ).Status
        );
    }

    [Fact]
    public async Task A_page_whose_name_leads_to_loopback_cannot_read_it()
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(
                $"{_calls.Sandbox.AuthorizeAddress}?client_id={_calls.Sandbox.AppId}"
                    + $"&redirect_uri={Uri.EscapeDataString(SignIn.Return)}&response_type=code&scope=boards:read"
            )
        );
        request.Headers.Host = "evil.example";

        using var response = await http.SendAsync(request);

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, response.StatusCode);
        Assert.DoesNotContain("form_token", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_value_of_a_field_that_is_sent_twice_counts()
    {
        var page = await _calls.PageAsync(
            $"client_id=7&client_id={_calls.Sandbox.AppId}&redirect_uri={Uri.EscapeDataString(SignIn.Return)}"
                + "&response_type=code&scope=boards:read&scope=pins:read"
        );
        Assert.Equal(200, page.Status);
        Assert.Contains("<li>pins:read</li>", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<li>boards:read</li>", page.Text, StringComparison.Ordinal);
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
        var page = await _calls.PageAsync(query);
        Assert.Equal((400, ""), (page.Status, page.Header("Location")));
        Assert.Contains(message, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost/%0D%0Aset-cookie:a=b")]
    [InlineData("http://localhost/%00")]
    [InlineData("http://localhost/%20a")]
    [InlineData("http://localhost/%C3%A9")]
    [InlineData("http://evil.example%5C@localhost/")]
    public async Task An_address_that_is_no_header_is_a_400(string redirect)
    {
        await using var calls = await SandboxCalls.StartAsync(new SandboxOptions { AutoApprove = true });
        var page = await calls.PageAsync(Query(calls, redirect));
        Assert.Equal((400, ""), (page.Status, page.Header("Location")));
        Assert.Contains("redirect_uri", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:9/back", 302)]
    [InlineData("http://127.0.0.1/", 302)]
    [InlineData("http://[::1]:8/", 302)]
    [InlineData("https://app.example/back", 302)]
    [InlineData("https://app.example/back/", 200)]
    [InlineData("https://evil.example/", 200)]
    [InlineData("https://localhost@evil.example/", 200)]
    [InlineData("https://localhost.evil.example/", 200)]
    public async Task Only_a_known_address_is_returned_to_at_once(string redirect, int status)
    {
        await using var calls = await SandboxCalls.StartAsync(
            new SandboxOptions { AutoApprove = true, ApprovedRedirects = ["https://app.example/back"] }
        );
        Assert.Equal(status, (await calls.PageAsync(Query(calls, Uri.EscapeDataString(redirect)))).Status);
    }

    private static string Query(SandboxCalls calls, string redirect) =>
        $"client_id={calls.Sandbox.AppId}&redirect_uri={redirect}&response_type=code&scope=boards:read";
}
