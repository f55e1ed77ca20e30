using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Tool.Commands;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Tool.Commands;

/// <summary>A sign-in is waited for as long as was said, whoever else calls, and the browser is told how it ended.</summary>
public sealed class ReturnListenerTests : IDisposable
{
    private const string State = "state";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly FakeTimeProvider _time = new();
    private readonly HttpClient _http = new();
    private readonly int _port = FreePort.Find();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Nobody_who_returns_is_said()
    {
        await using var listener = await StartAsync("localhost");

        var code = listener.CodeAsync(Limit, default);
        _time.Advance(Limit);

        var error = await Assert.ThrowsAsync<SpecEnvironmentException>(() => code);
        Assert.Contains("Nobody returned to http://localhost:", error.Message, StringComparison.Ordinal);
        Assert.Contains("within 300 seconds", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_breaks_ends_nothing()
    {
        await using var listener = await StartAsync("localhost");
        var code = listener.CodeAsync(Limit, default);
        foreach (var sent in (string[])["", "GET / HT", "GET /?state=other HTTP/1.1\r\nHost: localhost\r\n\r\n"])
        {
            await ResetAsync(sent);
        }

        var page = _http.GetStringAsync(new Uri(listener.Address, "?code=c&state=" + State));
        Assert.Equal("c", await code);
        listener.Finish("Good.");
        Assert.Equal("Good.", await page);
    }

    [Theory]
    [InlineData("localhost", "127.0.0.1")]
    [InlineData("localhost", "[::1]")]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("[::1]", "[::1]")]
    public async Task It_listens_where_the_browser_is_sent(string host, string asked)
    {
        if (asked == "[::1]" && !Socket.OSSupportsIPv6)
        {
            return;
        }

        await using var listener = await StartAsync(host);
        var page = _http.GetStringAsync($"http://{asked}:{_port}/back?code=c&state={State}");
        Assert.Equal("c", await listener.CodeAsync(Limit, default));
        listener.Finish("Good.");
        Assert.Equal("Good.", await page);
    }

    [Fact]
    public async Task A_port_of_localhost_that_somebody_else_listens_to_is_refused()
    {
        if (!Socket.OSSupportsIPv6)
        {
            return;
        }

        using var squatter = new TcpListener(IPAddress.IPv6Loopback, _port);
        squatter.Start();

        var error = await Assert.ThrowsAsync<SpecEnvironmentException>(() => StartAsync("localhost"));
        Assert.Contains("cannot be listened to", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_in_that_fails_after_the_return_is_no_success_in_the_browser()
    {
        var listener = await StartAsync("localhost");
        var page = _http.GetStringAsync(new Uri(listener.Address, "?code=c&state=" + State));
        Assert.Equal("c", await listener.CodeAsync(Limit, default));
        Assert.False(page.IsCompleted);

        await listener.DisposeAsync();

        Assert.Equal("The sign-in ended. Nothing was stored; the terminal says why.", await page);
    }

    private Task<ReturnListener> StartAsync(string host) =>
        ReturnListener.StartAsync(new Uri($"http://{host}:{_port}/back"), State, _time);

    // Closed without a word, so that the other side reads a reset.
    private async Task ResetAsync(string sent)
    {
        using var client = new TcpClient { LingerState = new LingerOption(true, 0) };
        await client.ConnectAsync(IPAddress.Loopback, _port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(sent));
    }
}
