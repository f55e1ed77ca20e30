using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>
/// A sandbox that this server starts beside itself, so that a newcomer needs no account. It ends with the server, however
/// that ends.
/// </summary>
internal sealed class SandboxProcess : IAsyncDisposable
{
    /// <summary>The program that serves a sandbox.</summary>
    public const string Program = "pinterest-openapi";

    private const int LongestLine = 8192;

    // The first start may have to fetch the package.
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan EndTime = TimeSpan.FromSeconds(5);

    private readonly Process _process;

    private SandboxProcess(Process process, SandboxAddress address)
    {
        _process = process;
        Address = address;
    }

    /// <summary>Gets where it answers.</summary>
    public SandboxAddress Address { get; }

    /// <summary>Starts a sandbox and waits until it answers.</summary>
    /// <param name="path">The folders in which programs are looked for, as PATH has them.</param>
    /// <param name="logger">Is told what the sandbox says.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SandboxMissingException">The program is not there, or does not start.</exception>
    public static async Task<SandboxProcess> StartAsync(
        string? path,
        ILogger logger,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var process = Start(StartOf(path));
        using var limit = new CancellationTokenSource(StartTime, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            // Its input stays open until this process ends, so that a killed server leaves no sandbox behind.
            _ = DrainAsync(process.StandardError, logger);
            var address = await ReadyAsync(process.StandardOutput, both.Token);
            _ = DrainAsync(process.StandardOutput, logger);
            return new SandboxProcess(process, address);
        }
        catch (Exception error) when (error is OperationCanceledException or SandboxMissingException)
        {
            await EndAsync(process);
            cancellationToken.ThrowIfCancellationRequested();
            throw error as SandboxMissingException
                ?? new SandboxMissingException(
                    $"The sandbox was not ready after {StartTime.TotalSeconds:0} seconds. "
                        + $"Start '{Program} sandbox' yourself, and pass its address: --sandbox http://127.0.0.1:PORT."
                );
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await EndAsync(_process);

    private static ProcessStartInfo StartOf(string? path)
    {
        string[] command = ["sandbox", "--format", "json", "--end-with-input"];
        if (Find(Program, path) is { } tool)
        {
            return Info(tool, command);
        }

        return Find("dotnet", path) is { } dotnet
            ? Info(dotnet, ["dnx", "Pinterest.OpenApi.Tool", "--prerelease", "--yes", "--", .. command])
            : throw new SandboxMissingException(
                $"The sandbox needs the program '{Program}', which is not in PATH, and neither is 'dotnet' to fetch it. "
                    + "Install it: dotnet tool install --global Pinterest.OpenApi.Tool --prerelease."
            );
    }

    private static ProcessStartInfo Info(string file, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A sandbox needs no secret of the real account.
        foreach (
            var name in start
                .Environment.Keys.Where(name => name.StartsWith("PINTEREST_", StringComparison.OrdinalIgnoreCase))
                .ToList()
        )
        {
            start.Environment.Remove(name);
        }

        return start;
    }

    [SuppressMessage("ApiDesign", "RS0030", Justification = "The one place of this server that starts a process.")]
    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new SandboxMissingException($"The program '{Program}' cannot be started: {error.Message}.", error);
        }
    }

    private static string? Find(string program, string? path)
    {
        string[] names = OperatingSystem.IsWindows() ? [$"{program}.exe", $"{program}.cmd"] : [program];
        return (path ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathFullyQualified)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }

    private static async Task<SandboxAddress> ReadyAsync(StreamReader output, CancellationToken cancellationToken)
    {
        while (await output.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Length <= LongestLine && Read(line) is { } address)
            {
                return address;
            }
        }

        throw new SandboxMissingException(
            $"'{Program} sandbox' ended before it was ready. Run it by itself to see why, "
                + "or install it: dotnet tool install --global Pinterest.OpenApi.Tool --prerelease."
        );
    }

    private static SandboxAddress? Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            return
                root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("baseAddress", out var address)
                && root.TryGetProperty("accessToken", out var token)
                ? SandboxAddress.Read(address.GetString() ?? "", token.GetString())
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task DrainAsync(StreamReader reader, ILogger logger)
    {
        try
        {
            while (await reader.ReadLineAsync() is { } line)
            {
                logger.SandboxSaid(line.Length > LongestLine ? line[..LongestLine] : line);
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The process is gone.
        }
    }

    private static async Task EndAsync(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync().WaitAsync(EndTime);
        }
        catch (Exception error)
            when (error is InvalidOperationException or Win32Exception or TimeoutException or AggregateException)
        {
            // It has ended already, or is not ours to end.
        }

        process.Dispose();
    }
}
