using System.CommandLine;
using System.CommandLine.Parsing;
using Pinterest.OpenApi.PactCore;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Tool.Commands;
using Pinterest.OpenApi.Tool.Output;

namespace Pinterest.OpenApi.Tool;

/// <summary>Parses arguments, runs a command, and turns what goes wrong into one line and an exit code.</summary>
internal static class ToolApplication
{
    private const string DebugVariable = "PINTEREST_OPENAPI_DEBUG";

    // What a command may take to end well after Ctrl+C or SIGTERM.
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(
        string[] arguments,
        TextWriter output,
        TextWriter errors,
        CancellationToken cancellationToken = default
    )
    {
        var parsed = Root(arguments, output, errors).Parse(arguments);
        if (parsed.Errors.Count == 0)
        {
            return await InvokeAsync(parsed, output, errors, cancellationToken);
        }

        // System.CommandLine gives 1 for a wrong argument, which here means a finding.
        foreach (var message in ParseMessages.Of(parsed))
        {
            await errors.TryLineAsync(message);
        }

        var command = string.Join(' ', Path(parsed.CommandResult).Prepend("pinterest-openapi"));
        await errors.TryLineAsync($"See '{command} --help'.");
        return ExitCodes.Misuse;
    }

    // The commands, each with its line of the root help. Only the command that is asked for is built: the options of all
    // cost a third of the time to the first line.
    private static readonly CommandEntry[] Commands =
    [
        new("check", "Checks the pin, the client and the contracts of a checkout.")
        {
            Build = (output, errors) => new CheckCommand(output, errors),
        },
        new("pin", "Pins a description: writes openapi/ of a checkout.")
        {
            Build = (output, errors) => new PinCommand(output, errors),
        },
        new("diff", "Lists what changed between two descriptions, and what breaks.")
        {
            Build = (output, errors) => new DiffCommand(output, errors),
        },
        new("releases", "Lists Pinterest's releases, and what each of them breaks.")
        {
            Build = (output, errors) => new ReleasesCommand(output, errors),
        },
        new("operations", "Lists operations with their scopes, rate category and paging.")
        {
            Build = (output, errors) => new OperationsCommand(output, errors),
        },
        new("contract", "Verifies recorded contracts (pacts).")
        {
            Build = (output, errors) => new ContractCommand(output, errors),
        },
        new("sandbox", "Serves a description on loopback.")
        {
            Build = (output, errors) => new SandboxCommand(output, errors),
        },
        new("login", "Signs a user in, and prints or stores the tokens.")
        {
            Build = (output, errors) => new LoginCommand(output, errors),
        },
    ];

    private static RootCommand Root(string[] arguments, TextWriter output, TextWriter errors)
    {
        var root = new RootCommand(
            "Compares OpenAPI descriptions, verifies contracts, and serves a sandbox of Pinterest's API."
        );

        // A directive of the shell's completion stands before the command. Example: [suggest:5] diff.
        var needsAll = arguments is [var first, ..] && first.StartsWith('[');
        foreach (var entry in Commands)
        {
            var isNamed = needsAll || arguments.Contains(entry.Name, StringComparer.Ordinal);
            root.Add(isNamed ? entry.Build(output, errors) : new Command(entry.Name, entry.Summary));
        }

        HelpTexts.Fit(root, Terminal.Of(output).Width);

        return root;
    }

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
        termination.Watch();
        try
        {
            // On another thread, because a command that only computes would keep this one.
            var run = Task.Run(() => parsed.InvokeAsync(configuration, termination.Token), CancellationToken.None);
            return await await Task.WhenAny(run, termination.Forced);
        }
        catch (SpecException error)
        {
            return await FailAsync(error.Message, ExitCodes.Misuse, error.Details);
        }
        catch (Exception error)
            when (error
                    is SpecEnvironmentException
                        or PactLibraryMissingException
                        or IOException
                        or UnauthorizedAccessException
            )
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
                $"The tool has a fault ({error.GetType().Name}): {known} "
                    + $"Report it with the command; {DebugVariable}=1 shows where it is.",
                ExitCodes.Fault
            );
        }

        async Task<int> FailAsync(string message, int code, IEnumerable<string>? details = null)
        {
            foreach (var line in (details ?? []).Prepend(message))
            {
                await errors.TryLineAsync(line);
            }

            return code;
        }
    }

    private static IEnumerable<string> Path(CommandResult result) =>
        result.Parent is CommandResult parent ? Path(parent).Append(result.Command.Name) : [];
}
