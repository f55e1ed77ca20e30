using System.CommandLine;
using System.CommandLine.Parsing;
using Pinterest.OpenApi.PactCore;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Tool.Commands;

namespace Pinterest.OpenApi.Tool;

/// <summary>Parses arguments, runs a command, and turns what goes wrong into one line and an exit code.</summary>
internal static class ToolApplication
{
    // What a command may take to end well after Ctrl+C or SIGTERM.
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(
        string[] arguments,
        TextWriter output,
        TextWriter errors,
        CancellationToken cancellationToken = default
    )
    {
        var root = new RootCommand(
            "Pins Pinterest's OpenAPI description, checks the client that is generated from it, and answers questions about it."
        )
        {
            CheckCommand.Create(output, errors),
            PinCommand.Create(output, errors),
            DiffCommand.Create(output, errors),
            ReleasesCommand.Create(output),
            OperationsCommand.Create(output),
            ContractCommand.Create(output),
            SandboxCommand.Create(output, errors),
            LoginCommand.Create(output, errors),
        };
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            // System.CommandLine gives 1 for a wrong argument, which here means a finding.
            foreach (var message in Messages(parsed))
            {
                await errors.WriteLineAsync(message).ConfigureAwait(false);
            }

            await errors
                .WriteLineAsync(
                    $"See '{string.Join(' ', Path(parsed.CommandResult).Prepend("pinterest-openapi"))} --help'."
                )
                .ConfigureAwait(false);
            return ExitCodes.Misuse;
        }

        try
        {
            var configuration = new InvocationConfiguration
            {
                Output = output,
                Error = errors,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = StopTime,
            };
            return await parsed.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
        }
        catch (SpecException error)
        {
            await errors.WriteLineAsync(error.Message).ConfigureAwait(false);
            return ExitCodes.Misuse;
        }
        catch (Exception error)
            when (error
                    is SpecEnvironmentException
                        or PactLibraryMissingException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            await errors.WriteLineAsync(error.Message).ConfigureAwait(false);
            return ExitCodes.Environment;
        }
        catch (OperationCanceledException)
        {
            await errors.WriteLineAsync("Cancelled.").ConfigureAwait(false);
            return ExitCodes.Environment;
        }
    }

    // A mistyped command is both unknown and missing; only the first says something.
    private static IEnumerable<string> Messages(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count == 0)
        {
            return parsed.Errors.Select(error => error.Message);
        }

        var known = string.Join(", ", command.Subcommands.Select(one => one.Name));
        return parsed.UnmatchedTokens is [var mistyped, ..]
            ? [$"There is no command '{mistyped}'. Commands: {known}."]
            : [$"Which command? Commands: {known}."];
    }

    private static IEnumerable<string> Path(CommandResult result) =>
        result.Parent is CommandResult parent ? Path(parent).Append(result.Command.Name) : [];
}
