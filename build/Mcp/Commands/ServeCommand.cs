using System.CommandLine;
using Microsoft.Extensions.Logging;
using Pinterest.OpenApi.Mcp.Hosting;

namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>Serves agents.</summary>
internal sealed class ServeCommand : Command
{
    private const string Help = """
        Serves the tools: one agent over standard input and output, or with --http many agents on this machine. The grants say what an
        agent may do. They are read at every call. With --http you approve, grant and read the log on a page at / of the same address
        ('pinterest-mcp page key' makes the key to it). The log of the server is written to standard error.

        Exit codes: 0 the client ended, or the server was stopped; 2 wrong arguments; 3 the environment failed, for example a port that
        is taken or a sandbox that is not installed.

        Example: pinterest-mcp serve --sandbox
        Example: pinterest-mcp serve --agent blog-helper
        Example: pinterest-mcp serve --http --port 8970
        """;

    private readonly ServeOptions _options = new();
    private readonly TextWriter _output;
    private readonly TextWriter _errors;

    /// <summary>Makes the command.</summary>
    /// <param name="output">What is printed; nothing over stdio, where the protocol has the output.</param>
    /// <param name="errors">The log.</param>
    public ServeCommand(TextWriter output, TextWriter errors)
        : base("serve", Help)
    {
        _output = output;
        _errors = errors;
        _options.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var logs = new ErrorLogger(_errors, LogLevel.Information);
        var logger = logs.CreateLogger("pinterest-mcp");
        var settings = _options.Read(parsed);
        await using var sandbox = await SandboxAsync(parsed, logger, cancellationToken);
        if (_options.UsesSandbox(parsed))
        {
            settings = settings with { Sandbox = sandbox?.Address ?? _options.RunningSandbox(parsed) };
        }

        if (_options.MakesGrants(parsed))
        {
            await SandboxDefaults.GrantAsync(settings.GrantsFile, settings.Agent, cancellationToken);
            logger.TriesSandbox(settings.GrantsFile, settings.StoreFile);
        }

        using var parts = ServerParts.Create(settings, logs);
        var environment = settings.Sandbox is { } address ? $"sandbox {address}" : "Pinterest";
        try
        {
            if (_options.IsHttp(parsed))
            {
                var demo = _options.MakesGrants(parsed) ? settings.Agent : null;
                var port = _options.Port(parsed);
                await ServeHttpAsync(parts, port, demo, (logs, environment), cancellationToken);
            }
            else
            {
                await ServeStdioAsync(parts, settings.Agent, logs, environment, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // A server is meant to end this way.
        }

        return ExitCodes.Good;
    }

    private async Task ServeStdioAsync(
        ServerParts parts,
        string agent,
        ILoggerFactory logs,
        string environment,
        CancellationToken cancellationToken
    )
    {
        // Whatever prints by mistake must not break the protocol.
        Console.SetOut(_errors);
        logs.CreateLogger("pinterest-mcp").ServesStdio(agent, environment);
        await StdioHost.RunAsync(
            parts.Server,
            agent,
            Console.OpenStandardInput(),
            Console.OpenStandardOutput(),
            logs,
            cancellationToken
        );
    }

    private async Task ServeHttpAsync(
        ServerParts parts,
        int port,
        string? demo,
        (ILoggerFactory Factory, string Environment) logs,
        CancellationToken cancellationToken
    )
    {
        await using var host = await HttpHost.StartAsync(parts, port, logs.Factory, cancellationToken);
        logs.Factory.CreateLogger(PinterestMcp.Name).ServesHttp(host.Address.ToString(), logs.Environment);
        await _output.WriteLineAsync($"Ready: {host.Address}");
        if (demo is not null)
        {
            await _output.WriteLineAsync($"Key of {demo}, for this try: {parts.Keys.Make(demo)}");
        }

        // The key opens everything that a person may do, and an agent may have started this server: it is not printed here.
        if (parts.Page is { } page)
        {
            await _output.WriteLineAsync($"Page: {new Uri(host.Address, "/")} (its key: {page.KeyCommand})");
        }

        await _output.FlushAsync(cancellationToken);
        await host.WaitAsync(cancellationToken);
    }

    private async Task<SandboxProcess?> SandboxAsync(
        ParseResult parsed,
        ILogger logger,
        CancellationToken cancellationToken
    )
    {
        if (!_options.UsesSandbox(parsed) || _options.RunningSandbox(parsed) is not null)
        {
            return null;
        }

        try
        {
            var path = Environment.GetEnvironmentVariable("PATH");
            return await SandboxProcess.StartAsync(path, logger, TimeProvider.System, cancellationToken);
        }
        catch (SandboxMissingException error)
        {
            throw new CommandException(error.Message, ExitCodes.Environment, error);
        }
    }
}
