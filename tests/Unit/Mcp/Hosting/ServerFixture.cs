using System.IO.Pipelines;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Pinterest.OpenApi.Mcp.Hosting;
using Pinterest.OpenApi.Mcp.Tools;

namespace Pinterest.OpenApi.Unit.Mcp.Hosting;

/// <summary>Servers for tests of the transports: their gate lets nothing through.</summary>
internal sealed class ServerFixture : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pinterest-mcp-host-");

    public ServerFixture()
    {
        Keys = new AgentKeys(Path.Combine(_folder.FullName, "keys.json"));
        Parts = new ServerParts(new PinterestMcp(new ToolCatalogue(new ClosedGate())), Keys);
    }

    public static ILoggerFactory Logs => NullLoggerFactory.Instance;

    public AgentKeys Keys { get; }

    public ServerParts Parts { get; }

    public string Folder => _folder.FullName;

    /// <summary>Connects a client over pipes, and lets it do something.</summary>
    public static async Task OverStdioAsync(
        PinterestMcp server,
        string agent,
        string? version,
        Func<McpClient, Task> use,
        McpClientHandlers? handlers = null
    )
    {
        var toServer = new Pipe();
        var toClient = new Pipe();
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var running = StdioHost.RunAsync(
            server,
            agent,
            toServer.Reader.AsStream(),
            toClient.Writer.AsStream(),
            Logs,
            stop.Token
        );
        var transport = new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream(), Logs);
        var options = OptionsOf(version, handlers);
        await using (var client = await McpClient.CreateAsync(transport, options, Logs, stop.Token))
        {
            await use(client);
        }

        await toServer.Writer.CompleteAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>Connects a client over HTTP.</summary>
    public static Task<McpClient> OverHttpAsync(
        Uri address,
        string key,
        string? version,
        McpClientHandlers? handlers = null
    )
    {
        var transport = new HttpClientTransport(
            new HttpClientTransportOptions
            {
                Endpoint = address,
                TransportMode = HttpTransportMode.StreamableHttp,
                AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {key}" },
            }
        );
        return McpClient.CreateAsync(transport, OptionsOf(version, handlers));
    }

    private static McpClientOptions OptionsOf(string? version, McpClientHandlers? handlers) =>
        new() { ProtocolVersion = version, Handlers = handlers ?? new McpClientHandlers() };

    public void Dispose() => _folder.Delete(recursive: true);
}
