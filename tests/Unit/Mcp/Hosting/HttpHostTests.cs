using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Pinterest.OpenApi.Mcp.Hosting;

namespace Pinterest.OpenApi.Unit.Mcp.Hosting;

/// <summary>Many agents over HTTP on loopback, each with a key of its own.</summary>
public sealed class HttpHostTests : IAsyncLifetime
{
    private const string List = """{"jsonrpc":"2.0","id":1,"method":"tools/list"}""";

    private readonly ServerFixture _fixture = new();
    private readonly HttpClient _http = new();
    private HttpHost _host = null!;

    public async Task InitializeAsync() =>
        _host = await HttpHost.StartAsync(_fixture.Parts, 0, ServerFixture.Logs, default);

    [Theory]
    [InlineData("2025-06-18")]
    [InlineData("2025-11-25")]
    [InlineData("2026-07-28")]
    [InlineData(null)]
    public async Task A_client_of_each_revision_lists_and_calls(string? version)
    {
        await using var client = await ServerFixture.OverHttpAsync(_host.Address, _fixture.Keys.Make("one"), version);

        Assert.Empty(await client.ListToolsAsync());
        var result = await client.CallToolAsync("pinterest_list_boards", new Dictionary<string, object?>());
        Assert.True(result.IsError);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("pmcp_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Without_a_known_key_nothing_is_served(string? key)
    {
        _fixture.Keys.Make("one");
        using var response = await PostAsync(List, key);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        Assert.Contains("agents key", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_ends_at_once_when_it_is_revoked()
    {
        var key = _fixture.Keys.Make("one");
        using var before = await PostAsync(List, key);
        _fixture.Keys.Revoke("one");
        using var after = await PostAsync(List, key);

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }

    [Fact]
    public async Task With_a_damaged_file_of_keys_nobody_comes_in()
    {
        var key = _fixture.Keys.Make("one");
        await File.WriteAllTextAsync(_fixture.Keys.FileName, "{");
        using var response = await PostAsync(List, key);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("evil.example", null)]
    [InlineData("127.0.0.1.evil.example:{0}", null)]
    [InlineData("127.0.0.1:1", null)]
    [InlineData("127.0.0.1", null)]
    [InlineData(null, "http://evil.example")]
    [InlineData(null, "https://127.0.0.1:{0}")]
    [InlineData(null, "http://127.0.0.1:1")]
    [InlineData(null, "null")]
    public async Task A_page_of_the_web_is_refused(string? host, string? origin)
    {
        using var response = await PostAsync(List, _fixture.Keys.Make("one"), WithPort(host), WithPort(origin));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("localhost:{0}", null)]
    [InlineData(null, "http://127.0.0.1:{0}")]
    [InlineData(null, "http://localhost:{0}")]
    public async Task A_page_of_this_server_is_not(string? host, string? origin)
    {
        using var response = await PostAsync(List, _fixture.Keys.Make("one"), WithPort(host), WithPort(origin));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task An_agent_that_calls_too_often_is_told_when_again_and_others_go_on()
    {
        var one = _fixture.Keys.Make("one");
        var two = _fixture.Keys.Make("two");
        var refused = 0;
        for (var i = 0; i < 1000 && refused == 0; i++)
        {
            using var response = await PostAsync(List, one);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
            {
                refused++;
                Assert.True(response.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
            }
        }

        using var other = await PostAsync(List, two);
        Assert.Equal(1, refused);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Guessing_keys_is_slow()
    {
        var codes = new List<HttpStatusCode>();
        for (var i = 0; i < 100; i++)
        {
            using var response = await PostAsync(List, $"pmcp_{i:D43}");
            codes.Add(response.StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, codes);
        Assert.DoesNotContain(HttpStatusCode.OK, codes);
        using var known = await PostAsync(List, _fixture.Keys.Make("one"));
        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
    }

    [Fact]
    public async Task Strangers_who_ask_a_lot_keep_nobody_out()
    {
        for (var i = 0; i < 100; i++)
        {
            using var response = await PostAsync(List, null);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }

        Assert.Equal("ok\n", await _http.GetStringAsync(new Uri(_host.Address, "/health")));
    }

    [Fact]
    public async Task Connections_that_say_nothing_keep_nobody_out()
    {
        var idle = Enumerable.Range(0, 250).Select(_ => new TcpClient()).ToList();
        try
        {
            await Task.WhenAll(idle.Select(client => client.ConnectAsync(IPAddress.Loopback, _host.Address.Port)));

            Assert.Equal("ok\n", await _http.GetStringAsync(new Uri(_host.Address, "/health")));
        }
        finally
        {
            idle.ForEach(client => client.Dispose());
        }
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        using var response = await PostAsync(new string(' ', (16 * 1024 * 1024) + 1), _fixture.Keys.Make("one"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Health_says_that_it_runs_and_nothing_else() =>
        Assert.Equal("ok\n", await _http.GetStringAsync(new Uri(_host.Address, "/health")));

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        var error = await Assert.ThrowsAsync<IOException>(() =>
            HttpHost.StartAsync(_fixture.Parts, _host.Address.Port, ServerFixture.Logs, default)
        );

        Assert.Contains($"Port {_host.Address.Port} is taken", error.Message, StringComparison.Ordinal);
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
        _fixture.Dispose();
    }

    private string? WithPort(string? text) => text?.Replace("{0}", $"{_host.Address.Port}", StringComparison.Ordinal);

    private async Task<HttpResponseMessage> PostAsync(
        string body,
        string? key,
        string? host = null,
        string? origin = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _host.Address)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        request.Headers.Add("MCP-Protocol-Version", "2025-11-25");
        request.Headers.Host = host;

        // A client that asks first hears the answer; another one only sees that the connection ends.
        request.Headers.ExpectContinue = body.Length > List.Length;
        if (key is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await _http.SendAsync(request);
    }
}
