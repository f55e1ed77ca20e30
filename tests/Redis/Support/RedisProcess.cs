using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Pinterest.OpenApi.RedisTests.Support;

/// <summary>A redis-server of a test on a free port of loopback, in a folder of its own.</summary>
/// <param name="arguments">Its arguments but for the port and the folder.</param>
public sealed class RedisProcess(params string[] arguments) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private Process? _process;

    public int Port { get; } = FreePort();

    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("pinterest-openapi-redis-");

    /// <summary>Gets what is called, if it is a server; a sentinel has a file of settings.</summary>
    public Func<RedisProcess, string[]> ArgumentsOf { get; init; } =
        self => ["--port", $"{self.Port}", "--bind", "127.0.0.1", "--dir", self.Folder.FullName, "--save", ""];

    /// <summary>Starts the server, on what it had written when it was killed.</summary>
    public async Task StartAsync()
    {
        var begin = new ProcessStartInfo(RedisServer.Program!)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var argument in ArgumentsOf(this).Concat(arguments))
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

    public void Dispose()
    {
        Kill();
        Folder.Delete(recursive: true);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
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
}
