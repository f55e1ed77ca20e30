using StackExchange.Redis;

namespace Pinterest.OpenApi.RedisTests.Support;

/// <summary>A server of the test's own on loopback, which keeps what it acknowledged.</summary>
public sealed class RedisServer : IAsyncLifetime
{
    private readonly RedisProcess _process = new("--appendonly", "yes", "--appendfsync", "always");

    /// <summary>Gets the program; null when it is not installed.</summary>
    public static string? Program { get; } = Find("redis-server");

    /// <summary>Gets the address for connections that hold commands back while the server is away.</summary>
    public string Address =>
        $"127.0.0.1:{_process.Port},abortConnect=false,connectTimeout=2000,syncTimeout=2000,allowAdmin=true";

    public int Port => _process.Port;

    /// <summary>Gets a connection for the test itself.</summary>
    public IConnectionMultiplexer Connection { get; private set; } = null!;

    public IDatabase Database => Connection.GetDatabase();

    public IServer Admin => Connection.GetServers()[0];

    /// <summary>Finds a program in the path.</summary>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);

    public async Task InitializeAsync()
    {
        if (Program is null)
        {
            return;
        }

        await StartAsync();
        Connection = await ConnectionMultiplexer.ConnectAsync(Address);
    }

    public async Task DisposeAsync()
    {
        if (Connection is not null)
        {
            await Connection.DisposeAsync();
        }

        _process.Dispose();
    }

    /// <summary>Starts the server, on what it had written when it was killed.</summary>
    public Task StartAsync() => _process.StartAsync();

    /// <summary>Ends the server as kill -9 does.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Makes another connection, whose commands fail at once while the server is away.</summary>
    public async Task<IConnectionMultiplexer> ConnectAsync()
    {
        var options = ConfigurationOptions.Parse(Address);
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ReconnectRetryPolicy = new LinearRetry(100);
        return await ConnectionMultiplexer.ConnectAsync(options);
    }

    /// <summary>Waits until a lock was renewed so often. Its time grows then, and otherwise only shrinks.</summary>
    public async Task RenewedAsync(RedisKey key, int times)
    {
        var before = await Database.KeyTimeToLiveAsync(key);
        await Until.TrueAsync(async () =>
        {
            var now = await Database.KeyTimeToLiveAsync(key);
            times -= now > before ? 1 : 0;
            before = now;
            return times <= 0;
        });
    }
}
