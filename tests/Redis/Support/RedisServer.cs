using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace Pinterest.OpenApi.RedisTests.Support;

/// <summary>A server of the test's own on loopback, which keeps what it acknowledged.</summary>
public sealed class RedisServer : IAsyncLifetime
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pinterest-openapi-redis-");
    private Process? _process;

    /// <summary>Gets the program; null when it is not installed.</summary>
    public static string? Program { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "redis-server"))
            .FirstOrDefault(File.Exists);

    public int Port { get; } = FreePort();

    public string Address =>
        $"127.0.0.1:{Port},abortConnect=false,connectTimeout=2000,syncTimeout=2000,allowAdmin=true";

    /// <summary>Gets a connection for the test itself.</summary>
    public IConnectionMultiplexer Connection { get; private set; } = null!;

    public IDatabase Database => Connection.GetDatabase();

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

        Kill();
        _folder.Delete(recursive: true);
    }

    /// <summary>Starts the server, on what it had written when it was killed.</summary>
    public async Task StartAsync()
    {
        var begin = new ProcessStartInfo(Program!) { RedirectStandardOutput = true, UseShellExecute = false };
        string[] arguments =
        [
            "--port",
            $"{Port}",
            "--bind",
            "127.0.0.1",
            "--dir",
            _folder.FullName,
            "--save",
            "",
            "--appendonly",
            "yes",
            "--appendfsync",
            "always",
        ];
        foreach (var argument in arguments)
        {
            begin.ArgumentList.Add(argument);
        }

        _process = Process.Start(begin)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        await ReadyAsync();
    }

    /// <summary>Ends the server as kill -9 does.</summary>
    public void Kill()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process?.Dispose();
        _process = null;
    }

    private async Task ReadyAsync()
    {
        var begin = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException) when (Stopwatch.GetElapsedTime(begin) < Longest)
            {
                await Task.Delay(20);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
