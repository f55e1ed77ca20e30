using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using StackExchange.Redis;

namespace Pinterest.OpenApi.Benchmarks.Redis.Support;

/// <summary>
/// A redis-server on a free port of loopback, with its data in a folder of its own. What it acknowledged survives
/// kill -9 (<c>appendonly yes</c>, <c>appendfsync always</c>).
/// </summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pinterest-openapi-redis-");
    private readonly int _port = FreePort();
    private readonly PosixSignalRegistration[] _ends;
    private volatile Process? _process;

    // A benchmark that is stopped leaves no server behind.
    private RedisServer() =>
        _ends = [
            .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal =>
                PosixSignalRegistration.Create(signal, _ => Kill())
            ),
        ];

    /// <summary>Gets the program; null when it is not installed.</summary>
    public static string? Program { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "redis-server"))
            .FirstOrDefault(File.Exists);

    /// <summary>Gets how to connect. A connection that is lost is made again.</summary>
    public string Address =>
        $"127.0.0.1:{_port},abortConnect=false,connectTimeout=2000,syncTimeout=5000,allowAdmin=true";

    /// <summary>Starts a server that is empty.</summary>
    /// <exception cref="InvalidOperationException">It did not start.</exception>
    public static async Task<RedisServer> StartAsync()
    {
        var server = new RedisServer();
        try
        {
            await server.StartAgainAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the server on what it had written.</summary>
    /// <exception cref="InvalidOperationException">It did not start.</exception>
    public async Task StartAgainAsync()
    {
        string[] arguments =
        [
            "--port",
            _port.ToString(CultureInfo.InvariantCulture),
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
            "--logfile",
            Path.Combine(_folder.FullName, "log"),
        ];
        _process = Process.Start(new ProcessStartInfo(Program!, arguments) { UseShellExecute = false })!;
        var begin = Stopwatch.GetTimestamp();
        while (!await AnswersAsync())
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(begin) > LongestStart)
            {
                throw new InvalidOperationException(
                    $"redis-server did not start on port {_port}: {await LastOfLogAsync()}"
                );
            }

            await Task.Delay(Pause);
        }
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

    /// <summary>Gets a line of INFO as a number. Example: <c>used_memory</c> of the section <c>memory</c>.</summary>
    public static async Task<long> InfoAsync(IConnectionMultiplexer connection, string section, string name)
    {
        var groups = await connection.GetServers()[0].InfoAsync(section);
        var value = groups.SelectMany(group => group).First(pair => pair.Key == name).Value;
        return long.Parse(value, CultureInfo.InvariantCulture);
    }

    /// <summary>Gets how many scripts the server has run: each is a round trip of a worker.</summary>
    public static async Task<long> ScriptsAsync(IConnectionMultiplexer connection)
    {
        var groups = await connection.GetServers()[0].InfoAsync("commandstats");
        return groups
            .SelectMany(group => group)
            .Where(pair => pair.Key is "cmdstat_eval" or "cmdstat_evalsha")
            .Sum(pair => long.Parse(pair.Value.Split(',')[0]["calls=".Length..], CultureInfo.InvariantCulture));
    }

    public ValueTask DisposeAsync()
    {
        Kill();
        Array.ForEach(_ends, end => end.Dispose());
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, _port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task<string> LastOfLogAsync()
    {
        var log = Path.Combine(_folder.FullName, "log");
        return File.Exists(log) ? (await File.ReadAllLinesAsync(log)).LastOrDefault() ?? "" : "it wrote no log.";
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
