using System.CommandLine;
using System.CommandLine.Parsing;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Hosting;

namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>Parses arguments, runs a command, and turns what goes wrong into one line and an exit code.</summary>
internal static class McpApplication
{
    private const string Serve = "serve";
    private const string DebugVariable = "PINTEREST_MCP_DEBUG";

    private const string Help = """
        Pinterest for AI agents: an MCP server where each agent may do what it was granted, a person approves what others see, and every
        call is recorded in plain English. Without a command it serves.

        Example: pinterest-mcp serve --sandbox
        Example: pinterest-mcp serve --agent blog-helper
        Example: pinterest-mcp agents add blog-helper
        Example: pinterest-mcp approvals list
        Example: pinterest-mcp log --agent blog-helper
        """;

    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(10);

    /// <summary>Runs a command.</summary>
    /// <param name="arguments">What was typed after the name of the program.</param>
    /// <param name="output">What the command prints.</param>
    /// <param name="errors">What went wrong, and the log of a server.</param>
    /// <param name="cancellationToken">Ends the command.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        string[] arguments,
        TextWriter output,
        TextWriter errors,
        CancellationToken cancellationToken = default
    )
    {
        var words = WithCommand(arguments);
        var root = words[0] == Serve ? ServeOnly(output, errors) : Root(output, errors);
        CommandTexts.Fit(root, words);
        var parsed = root.Parse(words);
        if (parsed.Errors.Count == 0)
        {
            return await InvokeAsync(parsed, output, errors, cancellationToken);
        }

        // System.CommandLine gives 1 for a wrong argument, which here means a finding.
        foreach (var message in ParseMessages.Of(parsed))
        {
            await TryWriteAsync(errors, message);
        }

        var command = string.Join(' ', Path(parsed.CommandResult).Prepend("pinterest-mcp"));
        await TryWriteAsync(errors, $"See '{command} --help'.");
        return ExitCodes.Misuse;
    }

    // A client waits for its server to start, which no other command has to do with.
    private static RootCommand ServeOnly(TextWriter output, TextWriter errors) =>
        new(Help) { new ServeCommand(output, errors) };

    private static RootCommand Root(TextWriter output, TextWriter errors)
    {
        var agents = new AgentsCommand(output, errors, OpenLog) { new KeyCommand(output, OpenLog) };
        return new RootCommand(Help)
        {
            new ServeCommand(output, errors),
            agents,
            new ApprovalsCommand(output, errors),
            new PageCommand(output, OpenLog),
            new LogCommand(output, errors),
            new DatabaseCommand(output),
        };
    }

    // One command writes a few entries and ends, and the store with it.
    private static StoredAuditLog OpenLog(StoreChoice store) => new(store.Open());

    // An MCP client often has nothing but options to give.
    private static string[] WithCommand(string[] arguments) =>
        arguments is []
        || (arguments[0].StartsWith('-') && arguments[0] is not ("--help" or "-h" or "-?" or "--version"))
            ? [Serve, .. arguments]
            : arguments;

    private static async Task<int> InvokeAsync(
        ParseResult parsed,
        TextWriter output,
        TextWriter errors,
        CancellationToken cancellationToken
    )
    {
        var configuration = new InvocationConfiguration
        {
            Output = output,
            Error = errors,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        using var termination = new Termination(StopTime, TimeProvider.System, cancellationToken);
        try
        {
            // On another thread, because a command that only computes would keep this one.
            var run = Task.Run(() => parsed.InvokeAsync(configuration, termination.Token), CancellationToken.None);
            return await await Task.WhenAny(run, termination.Forced);
        }
        catch (CommandException error)
        {
            return await FailAsync(error.Message, error.Code);
        }
        catch (GrantFileException error)
        {
            return await FailAsync(error.Message, ExitCodes.Misuse);
        }
        catch (Exception error) when (error is AuditStoreException or IOException or UnauthorizedAccessException)
        {
            return await FailAsync(error.Message, ExitCodes.Environment);
        }
        catch (OperationCanceledException)
        {
            return await FailAsync("Cancelled.", ExitCodes.Environment);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            var known = Environment.GetEnvironmentVariable(DebugVariable) == "1" ? error.ToString() : error.Message;
            return await FailAsync(
                $"The server has a fault ({error.GetType().Name}): {known} "
                    + $"Report it with the command; {DebugVariable}=1 shows where it is.",
                ExitCodes.Fault
            );
        }

        async Task<int> FailAsync(string message, int code)
        {
            await TryWriteAsync(errors, message);
            return code;
        }
    }

    // Where the standard error takes nothing, for example on a full disk, only the exit code is left.
    private static async Task TryWriteAsync(TextWriter errors, string line)
    {
        try
        {
            await errors.WriteLineAsync(line);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException) { }
    }

    private static IEnumerable<string> Path(CommandResult result) =>
        result.Parent is CommandResult parent ? Path(parent).Append(result.Command.Name) : [];
}
