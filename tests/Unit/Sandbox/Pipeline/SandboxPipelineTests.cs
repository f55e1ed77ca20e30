using System.Net;
using System.Net.Sockets;
using System.Text;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Pipeline;

/// <summary>Whatever is sent gets a clear answer in Pinterest's form, and the server goes on.</summary>
public sealed class SandboxPipelineTests : IAsyncLifetime
{
    private SandboxCalls _calls = null!;

    public async Task InitializeAsync() => _calls = await SandboxCalls.StartAsync();

    public async Task DisposeAsync()
    {
        Assert.Equal(200, (await _calls.GetAsync("/boards")).Status);
        await _calls.DisposeAsync();
    }

    [Theory]
    [InlineData("/boards/..%2F..%2Fetc%2Fpasswd")]
    [InlineData("/boards/%2e%2e%2f%2e%2e%2fuser_account")]
    [InlineData("/boards/%F0%9F%98%80")]
    [InlineData("/boards/1;drop")]
    public async Task An_id_that_is_a_path_or_worse_is_refused_by_name(string path)
    {
        var refused = await _calls.GetAsync(path);
        Assert.Equal(
            (400, true),
            (refused.Status, refused.Message!.StartsWith("'board_id' does not match", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("{\"name\":\"x\",\"name\":\"y\"}", 201)]
    [InlineData("{\"name\":\"x\"} {}", 400)]
    [InlineData("[]", 400)]
    [InlineData("null", 400)]
    [InlineData("\"text\"", 400)]
    [InlineData("{\"name\":\"x\",\"unknown\":{\"deep\":[1]}}", 201)]
    [InlineData("{\"name\":\"  \"}", 400)]
    [InlineData("{\"name\":null}", 400)]
    [InlineData("{\"name\":\"x\",\"privacy\":\"HIDDEN\"}", 400)]
    [InlineData("{\"name\":\"x\",\"description\":{\"$type\":\"System.IO.FileInfo\"}}", 400)]
    public async Task A_body_is_taken_by_the_description_and_nothing_else(string body, int status)
    {
        var answer = await _calls.PostAsync("/boards", body);
        Assert.Equal(status, answer.Status);
        if (status == 400)
        {
            Assert.Equal(1, answer.Code);
        }
    }

    [Fact]
    public async Task A_body_that_is_nested_for_ever_is_refused()
    {
        var refused = await _calls.PostAsync(
            "/boards",
            string.Concat(Enumerable.Repeat("{\"a\":", 5000)) + "1" + new string('}', 5000)
        );
        Assert.Equal(400, refused.Status);
        Assert.DoesNotContain("   at ", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_not_UTF8_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _calls.Sandbox.BaseAddress + "/boards")
        {
            Content = new ByteArrayContent([0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x7D]),
        };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Authorization = new("Bearer", _calls.Sandbox.AccessToken);
        Assert.Equal(400, (await _calls.ReadAsync(request)).Status);
    }

    [Fact]
    public async Task A_flood_of_headers_is_refused()
    {
        var many = Enumerable.Range(0, 150).Select(i => ($"x-flood-{i}", "x")).ToArray();
        Assert.Equal(
            (431, 1),
            await _calls.GetAsync("/boards", headers: many) is var answer ? (answer.Status, answer.Code) : default
        );
        Assert.Equal(431, (await _calls.GetAsync("/boards", headers: ("x-long", new string('x', 40_000)))).Status);
    }

    [Fact]
    public async Task What_is_no_HTTP_gets_400_and_harms_nobody()
    {
        Assert.StartsWith("HTTP/1.1 400", await RawAsync("BREW /pot HTCPCP/1.0\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith(
            "HTTP/1.1 400",
            await RawAsync("GET /v5/boards/1%00 HTTP/1.1\r\nHost: x\r\n\r\n"),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "HTTP/1.1 400",
            await RawAsync("POST /v5/boards HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_thousand_slow_connections_hold_up_nobody()
    {
        var slow = new List<TcpClient>();
        try
        {
            for (var i = 0; i < 1000; i++)
            {
                var client = new TcpClient();
                slow.Add(client);
                await client.ConnectAsync(IPAddress.Loopback, _calls.Sandbox.BaseAddress.Port);
                await client.GetStream().WriteAsync("POST /v5/boards HTTP/1.1\r\nHost: x\r\nContent-Le"u8.ToArray());
            }

            for (var i = 0; i < 20; i++)
            {
                Assert.Equal(200, (await _calls.GetAsync("/boards")).Status);
            }
        }
        finally
        {
            foreach (var client in slow)
            {
                client.Dispose();
            }
        }
    }

    [Fact]
    public async Task Anything_at_all_gets_an_answer_in_Pinterests_form()
    {
        // Seeded: a failure says which request it was, and the next run sends the same.
        var random = new Random(4711);
        var operations = new[]
        {
            "/boards",
            "/pins",
            "/media",
            "/user_account",
            "/search/pins",
            "/oauth/token",
            "/ad_accounts",
            "/ad_accounts/1/campaigns",
            "/catalogs/items",
        };
        for (var i = 0; i < 400; i++)
        {
            var method = new HttpMethod(new[] { "GET", "POST", "PATCH", "DELETE", "PUT", "HEAD" }[random.Next(6)]);
            var path =
                operations[random.Next(operations.Length)]
                + (random.Next(3) == 0 ? "/" + Uri.EscapeDataString(Junk(random, 12)) : "")
                + (
                    random.Next(2) == 0
                        ? $"?page_size={Uri.EscapeDataString(Junk(random, 6))}&bookmark={Uri.EscapeDataString(Junk(random, 9))}"
                        : ""
                );
            var answer = await _calls.SendAsync(
                method,
                path,
                random.Next(2) == 0 && method.Method is "POST" or "PATCH" or "PUT" ? Junk(random, 60) : null
            );
            Assert.True(answer.Status is < 500, $"{i}: {method} {path} gave {answer.Status} {answer.Text}");
            if (answer.Status >= 400 && method != HttpMethod.Head)
            {
                Assert.True(
                    answer.Code is not null && !string.IsNullOrEmpty(answer.Message),
                    $"{i}: {method} {path} gave {answer.Text}"
                );
            }
        }
    }

    private static string Junk(Random random, int length)
    {
        const string Alphabet = "{}[]\":,.0123456789-+eEtruefalsn \\/%&?=é\u0001<>'$";
        return string.Concat(
            Enumerable.Range(0, random.Next(length)).Select(_ => Alphabet[random.Next(Alphabet.Length)])
        );
    }

    private async Task<string> RawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _calls.Sandbox.BaseAddress.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync() ?? "";
    }
}
