using System.Diagnostics;
using StackExchange.Redis;

namespace Pinterest.OpenApi.RedisTests.Support;

/// <summary>A cluster of three on loopback.</summary>
public sealed class RedisCluster : IAsyncLifetime
{
    private readonly RedisProcess[] _nodes = [.. Enumerable.Range(0, 3).Select(_ => Node())];

    public IConnectionMultiplexer Connection { get; private set; } = null!;

    /// <summary>Gets the address of one node, which names the others.</summary>
    public string Address => $"127.0.0.1:{_nodes[0].Port},abortConnect=false,connectTimeout=5000,allowAdmin=true";

    public async Task InitializeAsync()
    {
        if (RedisServer.Program is null || RedisServer.Find("redis-cli") is not { } program)
        {
            return;
        }

        await Task.WhenAll(_nodes.Select(node => node.StartAsync()));
        var nodes = _nodes.Select(node => $"127.0.0.1:{node.Port}");
        var begin = new ProcessStartInfo(program, ["--cluster", "create", .. nodes, "--cluster-yes"])
        {
            RedirectStandardOutput = true,
        };
        using var create = Process.Start(begin)!;
        var said = await create.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(60));
        await create.WaitForExitAsync();
        Assert.True(create.ExitCode == 0, said);
        Connection = await ConnectionMultiplexer.ConnectAsync(Address);
        await Until.TrueAsync(async () =>
        {
            var states = await Task.WhenAll(
                Connection.GetServers().Select(node => node.ExecuteAsync("CLUSTER", ["INFO"]))
            );
            return states.Length == 3
                && states.All(state => state.ToString().Contains("cluster_state:ok", StringComparison.Ordinal));
        });
    }

    public void KillNode(int node) => _nodes[node].Kill();

    public Task StartNodeAsync(int node) => _nodes[node].StartAsync();

    public async Task DisposeAsync()
    {
        if (Connection is not null)
        {
            await Connection.DisposeAsync();
        }

        foreach (var node in _nodes)
        {
            node.Dispose();
        }
    }

    // The port of the bus is by default that of the node and 10,000, which may be none.
    private static RedisProcess Node() =>
        new(
            "--appendonly",
            "yes",
            "--appendfsync",
            "always",
            "--cluster-enabled",
            "yes",
            "--cluster-port",
            $"{RedisProcess.FreePort()}",
            "--cluster-node-timeout",
            "5000"
        );
}
