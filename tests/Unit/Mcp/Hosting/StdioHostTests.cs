using System.Text;
using Pinterest.OpenApi.Mcp.Hosting;

namespace Pinterest.OpenApi.Unit.Mcp.Hosting;

/// <summary>One agent over standard input and output.</summary>
public sealed class StdioHostTests : IDisposable
{
    private readonly ServerFixture _fixture = new();

    [Theory]
    [InlineData("2025-06-18")]
    [InlineData("2025-11-25")]
    [InlineData("2026-07-28")]
    [InlineData(null)]
    public Task A_client_of_each_revision_lists_and_calls(string? version) =>
        ServerFixture.OverStdioAsync(
            _fixture.Parts.Server,
            "one",
            version,
            async client =>
            {
                Assert.Equal("pinterest-mcp", client.ServerInfo!.Name);
                Assert.Empty(await client.ListToolsAsync());
                var result = await client.CallToolAsync("pinterest_list_boards", new Dictionary<string, object?>());
                Assert.True(result.IsError);
            }
        );

    [Fact]
    public async Task A_message_that_cannot_be_read_does_not_end_the_server()
    {
        const string Client =
            """{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"x","version":"1"}}""";
        const string Sent = $$"""
            not JSON
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{{Client}}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            [1,2
            {"jsonrpc":"2.0","id":2,"method":"tools/list"}

            """;
        using var output = new MemoryStream();

        await StdioHost.RunAsync(
            _fixture.Parts.Server,
            "one",
            new SlowEnd(Encoding.UTF8.GetBytes(Sent)),
            output,
            ServerFixture.Logs,
            default
        );

        var lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.StartsWith("{", line, StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("\"id\":2", StringComparison.Ordinal));
    }

    public void Dispose() => _fixture.Dispose();

    // Leaves the server the time to answer before the input ends.
    private sealed class SlowEnd(byte[] bytes) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            if (read == 0)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellationToken);
            }

            return read;
        }
    }
}
