using System.Net;
using System.Net.Http.Headers;
using Pinterest.OpenApi.Mcp.Hosting;
using Pinterest.OpenApi.Mcp.Pages.SignIn;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Pages;

/// <summary>The page opens with the person's key only, in the browser that it was typed into.</summary>
public sealed class PageSignInTests : IAsyncLifetime
{
    private PageWorld _world = null!;

    public async Task InitializeAsync() => _world = await PageWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Without_a_key_there_is_only_a_form_that_says_how_to_make_one()
    {
        var client = _world.Open();
        var form = await client.TextAsync();

        Assert.Contains("There is no key yet", form, StringComparison.Ordinal);
        Assert.Contains("pinterest-mcp page key", form, StringComparison.Ordinal);
        Assert.DoesNotContain(Calls.Agent, form, StringComparison.Ordinal);
        await ExpectAsync(HttpStatusCode.SeeOther, client.GetAsync("/p/AAAAAAAAAAAAAAAAAAAAAA/"));
        await ExpectAsync(HttpStatusCode.Unauthorized, client.GetAsync("/p/AAAAAAAAAAAAAAAAAAAAAA/waiting"));
        await ExpectAsync(HttpStatusCode.Unauthorized, client.GetAsync("/p/AAAAAAAAAAAAAAAAAAAAAA/pictures/X"));
    }

    [Theory]
    [InlineData("approvals")]
    [InlineData("agents")]
    [InlineData("verify")]
    [InlineData("sign-out")]
    public async Task Without_a_session_no_form_is_taken(string form)
    {
        using var response = await _world.Open().PostAsync($"/p/AAAAAAAAAAAAAAAAAAAAAA/{form}", []);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/", response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_key_opens_the_page_and_stands_in_no_address_or_page()
    {
        var key = _world.Key.Make(PageKey.Person);
        var client = _world.Open();
        using var response = await client.SignInAsync(key);
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        var page = await client.PageAsync();

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Matches("; path=/p/[A-Za-z0-9_-]{22}/; samesite=strict; httponly$", cookie);
        Assert.Contains("max-age=43200", cookie, StringComparison.Ordinal);
        Assert.Contains("What waits for you", page, StringComparison.Ordinal);
        Assert.DoesNotContain(key, page + cookie + response.Headers.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_s_key_does_not_open_the_page_nor_the_person_s_key_the_tools()
    {
        var agent = _world.AgentKeys.Make(Calls.Agent);
        var person = _world.Key.Make(PageKey.Person);
        var client = _world.Open();
        using var refused = await client.SignInAsync(agent);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", person);
        using var call = new StringContent("{}", new MediaTypeHeaderValue("application/json"));
        using var tools = await http.PostAsync(new Uri(_world.Address, "/mcp"), call);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", agent);
        using var page = await http.GetAsync(_world.Address);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.False(refused.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain(agent, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, tools.StatusCode);
        Assert.Contains("Your key", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cookie_opens_its_own_session_only()
    {
        var one = await _world.SignInAsync();
        var key = _world.Key.Make(PageKey.Person);
        var two = _world.Open();
        await two.SignInAsync(key);
        var three = _world.Open();
        await three.SignInAsync(key);
        var cookie = two.Cookies.GetCookies(new Uri(_world.Address, two.Session)).Single();
        three.Cookies.Add(new Cookie(cookie.Name, cookie.Value, three.Session.ToString(), "127.0.0.1"));

        await ExpectAsync(HttpStatusCode.OK, two.GetAsync(two.Session.ToString()));
        await ExpectAsync(HttpStatusCode.SeeOther, two.GetAsync(three.Session.ToString()));
        await ExpectAsync(HttpStatusCode.SeeOther, three.GetAsync(three.Session.ToString()));
        await ExpectAsync(HttpStatusCode.SeeOther, one.GetAsync(one.Session.ToString()));
    }

    [Fact]
    public async Task A_new_key_a_revoked_key_twelve_hours_and_a_press_of_the_button_end_a_session()
    {
        var renewed = await _world.SignInAsync();
        _world.Key.Make(PageKey.Person);
        await ExpectAsync(HttpStatusCode.SeeOther, renewed.GetAsync(renewed.Session.ToString()));

        var revoked = await _world.SignInAsync();
        _world.Key.Revoke(PageKey.Person);
        await ExpectAsync(HttpStatusCode.SeeOther, revoked.GetAsync(revoked.Session.ToString()));

        var old = await _world.SignInAsync();
        _world.Stored.Time.Advance(PageSessions.Lifetime - TimeSpan.FromSeconds(1));
        await ExpectAsync(HttpStatusCode.OK, old.GetAsync(old.Session.ToString()));
        _world.Stored.Time.Advance(TimeSpan.FromSeconds(1));
        await ExpectAsync(HttpStatusCode.SeeOther, old.GetAsync(old.Session.ToString()));

        var left = await _world.SignInAsync();
        var token = await left.TokenAsync();
        await ExpectAsync(
            HttpStatusCode.SeeOther,
            left.PostAsync(left.Session + "sign-out", new() { ["token"] = token })
        );
        await ExpectAsync(HttpStatusCode.SeeOther, left.GetAsync(left.Session.ToString()));
    }

    [Theory]
    [InlineData("http://evil.example", null)]
    [InlineData("null", null)]
    [InlineData(null, null)]
    [InlineData("", "cross-site")]
    [InlineData("", "same-site")]
    public async Task A_form_of_another_page_is_refused(string? origin, string? site)
    {
        var asked = await _world.AskAsync();
        var client = await _world.SignInAsync();
        var fields = new Dictionary<string, string>
        {
            ["token"] = await client.TokenAsync(),
            ["id"] = asked.Id,
            ["hash"] = asked.Hash,
            ["answer"] = "yes",
        };
        using var response = await client.PostAsync(client.Session + "approvals", fields, Forge);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(asked.State, await _world.StateAsync(asked));

        void Forge(HttpRequestMessage request)
        {
            if (origin is not "")
            {
                request.Headers.Remove("Origin");
            }

            if (origin is { Length: > 0 })
            {
                request.Headers.Add("Origin", origin);
            }

            request.Headers.Remove("Sec-Fetch-Site");
            if (site is not null)
            {
                request.Headers.Add("Sec-Fetch-Site", site);
            }
        }
    }

    [Fact]
    public async Task A_form_without_the_token_of_its_own_session_is_refused()
    {
        var asked = await _world.AskAsync();
        var other = await _world.SignInAsync();
        var foreign = await other.TokenAsync();
        var client = await _world.SignInAsync();
        foreach (var token in new[] { "", "x", foreign, new string('x', 900), new string('x', 200_000) })
        {
            using var response = await client.PostAsync(
                client.Session + "approvals",
                new()
                {
                    ["token"] = token,
                    ["id"] = asked.Id,
                    ["hash"] = asked.Hash,
                    ["answer"] = "yes",
                }
            );
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }

        Assert.Equal(asked.State, await _world.StateAsync(asked));
    }

    [Fact]
    public async Task Guessing_the_key_is_slow_and_disturbs_nobody_who_is_in()
    {
        var inside = await _world.SignInAsync();
        var client = _world.Open();
        var codes = new List<HttpStatusCode>();
        for (var i = 0; i < 30; i++)
        {
            using var response = await client.SignInAsync($"pmpage_{i:D43}");
            codes.Add(response.StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, codes);
        Assert.All(codes, code => Assert.NotEqual(HttpStatusCode.SeeOther, code));
        await ExpectAsync(HttpStatusCode.OK, inside.GetAsync(inside.Session.ToString()));
        Assert.NotNull((await _world.SignInAsync()).Session);
    }

    [Fact]
    public async Task Nobody_frames_the_page_keeps_it_or_adds_a_script_to_it()
    {
        var client = await _world.SignInAsync();
        foreach (var address in new[] { "/", "/page.js", client.Session.ToString(), client.Session + "page.css" })
        {
            using var response = await client.GetAsync(address);
            var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));

            Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("DENY", Assert.Single(response.Headers.GetValues("X-Frame-Options")));
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
            Assert.True(response.Headers.CacheControl!.NoStore);
        }
    }

    [Fact]
    public async Task With_a_damaged_file_of_the_key_nobody_comes_in_and_the_page_says_what_to_do()
    {
        var key = _world.Key.Make(PageKey.Person);
        var inside = _world.Open();
        await inside.SignInAsync(key);
        await File.WriteAllTextAsync(_world.Key.FileName, "{");
        using var response = await _world.Open().SignInAsync(key);
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("make a new key: pinterest-mcp page key", text, StringComparison.Ordinal);
        await ExpectAsync(HttpStatusCode.SeeOther, inside.GetAsync(inside.Session.ToString()));
    }

    private static async Task ExpectAsync(HttpStatusCode code, Task<HttpResponseMessage> answer)
    {
        using var response = await answer;
        Assert.Equal(code, response.StatusCode);
    }
}
