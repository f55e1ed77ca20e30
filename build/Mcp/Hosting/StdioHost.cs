using Microsoft.Extensions.Logging;
using ModelContextProtocol.Server;
using Pinterest.OpenApi.Mcp.Access;

namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>Serves one agent over standard input and output. Nothing but JSON-RPC is written to the output.</summary>
internal static class StdioHost
{
    private const int LongestMessage = 16 * 1024 * 1024;

    /// <summary>Serves until the input ends.</summary>
    /// <param name="server">What is served.</param>
    /// <param name="agent">The name of the agent.</param>
    /// <param name="input">What the client writes.</param>
    /// <param name="output">What the client reads.</param>
    /// <param name="logs">The log of the server.</param>
    /// <param name="cancellationToken">Ends the server.</param>
    public static async Task RunAsync(
        PinterestMcp server,
        string agent,
        Stream input,
        Stream output,
        ILoggerFactory logs,
        CancellationToken cancellationToken
    )
    {
        var identity = new AgentIdentity(agent, $"stdio-{Sessions.New()}");
        var changes = new GrantChanges();
        var options = server.OptionsFor(_ => identity);
        options.ToolCollection = changes;
        await using var transport = new StreamServerTransport(
            new LineLimitStream(input, LongestMessage),
            output,
            PinterestMcp.Name,
            logs
        );
        await using var mcp = McpServer.Create(transport, options, logs);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watching = server.GrantsFile is { } file
            ? changes.WatchAsync(file, TimeProvider.System, end.Token)
            : Task.CompletedTask;
        await mcp.RunAsync(cancellationToken);
        await end.CancelAsync();
        await watching;
    }
}
