using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Admin;

/// <summary>The address of a sandbox shows a person and a program what it is.</summary>
public sealed class HomeEndpointTests
{
    [Fact]
    public async Task The_page_shows_addresses_requests_and_faults()
    {
        await using var calls = await SandboxCalls.StartAsync();
        await calls.GetAsync("/boards?page_size=7");
        calls.Sandbox.AddFault(new SandboxFault(FaultKind.Spam) { OperationId = "pins/list", Times = 3 });

        var page = await GetAsync(calls, "/");

        Assert.Equal(200, page.Status);
        foreach (
            var shown in new[]
            {
                calls.Sandbox.BaseAddress.ToString(),
                calls.Sandbox.AuthorizeAddress.ToString(),
                "GET /v5/boards?page_size=7",
                "boards/list",
                "<dt>spam</dt><dd>pins/list, 3 more times</dd>",
            }
        )
        {
            Assert.Contains(shown, System.Net.WebUtility.HtmlDecode(page.Text), StringComparison.Ordinal);
        }

        Assert.Contains("default-src 'none'", page.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(calls.Sandbox.AppSecret, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(calls.Sandbox.AccessToken, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_request_has_is_text_on_the_page()
    {
        await using var calls = await SandboxCalls.StartAsync();
        await calls.GetAsync("/boards/%3Cimg%20src=x%20onerror=alert(1)%3E?a=\"><script>alert(1)</script>");
        calls.Sandbox.AddFault(new SandboxFault(FaultKind.Spam) { OperationId = "<b>bold</b>" });

        var page = await GetAsync(calls, "/");

        Assert.DoesNotContain("<img", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;bold", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_admin_the_page_says_that_no_request_is_logged()
    {
        await using var calls = await SandboxCalls.StartAsync(new SandboxOptions { EnableAdmin = false });
        Assert.Contains("Requests are not logged", (await GetAsync(calls, "/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_says_that_it_is_there()
    {
        await using var calls = await SandboxCalls.StartAsync();
        calls.Sandbox.AddFault(new SandboxFault(FaultKind.Unavailable) { Times = null });
        var health = await GetAsync(calls, "/health");
        Assert.Equal((200, "ok"), (health.Status, (string?)health.Json["status"]));
    }

    [Fact]
    public async Task The_description_is_the_one_that_is_served()
    {
        await using var calls = await SandboxCalls.StartAsync();
        var pinned = JObject.Parse(System.Text.Encoding.UTF8.GetString(PinterestSandbox.ReadPinnedDescription()));
        Assert.True(JToken.DeepEquals(pinned, (await GetAsync(calls, "/openapi.json")).Json));

        var small = System.Text.Encoding.UTF8.GetBytes(SmallDescription.Yaml("Thing: {type: object}"));
        await using var other = await SandboxCalls.StartAsync(new SandboxOptions { Description = small });
        Assert.NotNull((await GetAsync(other, "/openapi.json")).Json["paths"]!["/things"]);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/health")]
    [InlineData("/openapi.json")]
    public async Task A_page_of_another_name_cannot_read_it_and_nothing_is_written(string path)
    {
        await using var calls = await SandboxCalls.StartAsync();
        Assert.Equal(403, (await GetAsync(calls, path, host: "evil.example")).Status);
        Assert.Equal(405, (await GetAsync(calls, path, HttpMethod.Post)).Status);
    }

    private static async Task<SandboxAnswer> GetAsync(
        SandboxCalls calls,
        string path,
        HttpMethod? method = null,
        string? host = null
    )
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(calls.Sandbox.BaseAddress, path));
        request.Headers.Host = host;
        return await calls.ReadAsync(request);
    }
}
