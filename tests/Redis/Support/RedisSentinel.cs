namespace Pinterest.OpenApi.RedisTests.Support;

/// <summary>A primary, its replica, and a sentinel that makes the replica primary when the primary dies.</summary>
public sealed class RedisSentinel : IAsyncLifetime
{
    public const string Name = "pinterest";

    private readonly RedisProcess _primary = new();
    private RedisProcess? _replica;
    private RedisProcess? _sentinel;

    public string SentinelAddress => $"127.0.0.1:{_sentinel!.Port}";

    public string Address => $"{SentinelAddress},serviceName={Name},connectTimeout=2000";

    public int PrimaryPort => _primary.Port;

    public async Task InitializeAsync()
    {
        if (RedisServer.Program is null)
        {
            return;
        }

        await _primary.StartAsync();
        _replica = new RedisProcess("--replicaof", "127.0.0.1", $"{_primary.Port}", "--repl-diskless-sync-delay", "0");
        await _replica.StartAsync();
        _sentinel = new RedisProcess { ArgumentsOf = Settings };
        await _sentinel.StartAsync();
    }

    public void KillPrimary() => _primary.Kill();

    public Task DisposeAsync()
    {
        _sentinel?.Dispose();
        _replica?.Dispose();
        _primary.Dispose();
        return Task.CompletedTask;
    }

    private string[] Settings(RedisProcess sentinel)
    {
        var file = Path.Combine(sentinel.Folder.FullName, "sentinel.conf");
        File.WriteAllLines(
            file,
            [
                $"port {sentinel.Port}",
                "bind 127.0.0.1",
                $"dir {sentinel.Folder.FullName}",
                $"sentinel monitor pinterest 127.0.0.1 {_primary.Port} 1",
                "sentinel down-after-milliseconds pinterest 1000",
                "sentinel failover-timeout pinterest 5000",
            ]
        );
        return [file, "--sentinel"];
    }
}
