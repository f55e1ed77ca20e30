using System.Net;
using System.Net.Sockets;
using System.Text;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Hosting;

/// <summary>The server goes on, whatever its connections do.</summary>
public sealed class SandboxHostTests : IAsyncLifetime
{
    private SandboxCalls _calls = null!;

    public async Task InitializeAsync() => _calls = await SandboxCalls.StartAsync();

    public async Task DisposeAsync()
    {
        Assert.Equal(200, (await _calls.GetAsync("/boards")).Status);
        await _calls.DisposeAsync();
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
