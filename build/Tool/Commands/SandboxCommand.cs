using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Tool.Output;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>A Pinterest on this machine.</summary>
internal sealed class SandboxCommand : Command
{
    private const string Help = """
        Serves the description on loopback, or on --host: boards, sections, Pins, media and search from a state, reports and other jobs
        with their files, every other operation made up from its schemas, with sign-in, scopes, rate limits, uploads and faults. Stops
        on Ctrl+C.

        Example: pinterest-openapi sandbox --port 5080 --auto-approve
        """;

    private readonly SandboxCommandOptions _options = new();
    private readonly TextWriter _output;
    private readonly TextWriter _errors;

    public SandboxCommand(TextWriter output, TextWriter errors)
        : base("sandbox", Help)
    {
        _output = output;
        _errors = errors;
        _options.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = await _options.ReadAsync(parsed, cancellationToken);
        await using var sandbox = await StartAsync(options, cancellationToken);
        if (!IsLoopback(options.Host))
        {
            await _errors.LineAsync(
                $"Warning: the sandbox listens on {options.Host}. Every program that can reach this address can use it"
                    + (options.EnableAdmin ? ", and set it up by its admin paths." : ".")
            );
        }

        foreach (var warning in sandbox.Warnings)
        {
            await _errors.LineAsync(warning);
        }

        await _output.LineAsync(Ready(sandbox, parsed.GetValue(_options.Format)!));
        await _output.FlushAsync(cancellationToken);
        if (parsed.GetValue(_options.EndWithInput))
        {
            await Task.WhenAny(UntilCancelledAsync(cancellationToken), UntilInputEndsAsync());
        }
        else
        {
            await UntilCancelledAsync(cancellationToken);
        }

        await _errors.LineAsync("Stopped.");
        return ExitCodes.Good;
    }

    private static async Task<PinterestSandbox> StartAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await PinterestSandbox.StartAsync(options, cancellationToken);
        }
        catch (SocketException error)
        {
            throw new SpecEnvironmentException(
                $"The sandbox cannot listen on {options.Host}: {error.Message}. Pass an address of this machine as --host.",
                error
            );
        }
        catch (IOException) when (options.Port > 0 && options.StateFile is null)
        {
            throw new SpecEnvironmentException(
                $"Port {options.Port} is taken or not allowed. Pass another --port, or none for any that is free."
            );
        }
    }

    private static bool IsLoopback(string host) =>
        host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static string Ready(PinterestSandbox sandbox, string format) =>
        format == "json"
            ? new JObject
            {
                ["baseAddress"] = sandbox.BaseAddress.ToString(),
                ["authorizeAddress"] = sandbox.AuthorizeAddress.ToString(),
                ["appId"] = sandbox.AppId,
                ["appSecret"] = sandbox.AppSecret,
                ["accessToken"] = sandbox.AccessToken,
            }.ToString(Formatting.None)
            : $"Ready: base address {sandbox.BaseAddress}, app id {sandbox.AppId}, app secret {sandbox.AppSecret}, "
                + $"access token {sandbox.AccessToken}";

    // On another thread, because reading from a terminal blocks the one that reads.
    private static Task UntilInputEndsAsync() =>
        Task.Run(() =>
        {
            using var input = Console.OpenStandardInput();
            var ignored = new byte[256];
            while (input.Read(ignored) > 0)
            {
                // Only the end says something.
            }
        });

    private static async Task UntilCancelledAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // A server is meant to end this way.
        }
    }
}
