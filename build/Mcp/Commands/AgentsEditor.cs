using System.CommandLine;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Hosting;

namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>Reads and changes the file of the grants for the commands, and logs each change.</summary>
internal sealed class AgentsEditor(TextWriter output, TextWriter errors, Func<StoreChoice, IAuditLog> openLog)
{
    private readonly Option<FileInfo?> _grants = SharedOptions.Grants();
    private readonly Option<bool> _shared = SharedOptions.SharedGrants();
    private readonly StoreOption _store = new();

    public TextWriter Output => output;

    /// <summary>An argument for the name of an agent.</summary>
    public static Argument<string> Name()
    {
        var name = new Argument<string>("NAME") { Description = "The name of the agent." };
        name.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && GrantValues.ProblemOfAgent(token.Value) is { } problem)
            {
                result.AddError(problem);
            }
        });
        return name;
    }

    /// <summary>An option for how to print.</summary>
    public static Option<string> Format()
    {
        var format = new Option<string>("--format")
        {
            Description = "How to print: text, json.",
            DefaultValueFactory = _ => "text",
            HelpName = "FORMAT",
        };
        format.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && token.Value is not ("text" or "json"))
            {
                result.AddError($"--format: '{token.Value}' is none of text, json.");
            }
        });
        return format;
    }

    /// <summary>Adds the options of a command that reads.</summary>
    public void AddReadingTo(Command command)
    {
        command.Add(_grants);
        command.Add(_shared);
        _store.AddDatabaseTo(command);
    }

    /// <summary>Adds the options of a command that changes something.</summary>
    public void AddWritingTo(Command command)
    {
        command.Add(_grants);
        command.Add(_shared);
        _store.AddTo(command);
    }

    /// <summary>Reads the grants; none when there is no file yet.</summary>
    public GrantFile Read(ParseResult parsed)
    {
        var store = StoreOf(parsed);
        try
        {
            return store.ReadOrEmpty();
        }
        catch (GrantFileException error)
        {
            throw Failed(store, error);
        }
    }

    /// <summary>Changes the grant of one agent.</summary>
    /// <param name="parsed">What was typed.</param>
    /// <param name="name">The agent.</param>
    /// <param name="change">Makes the new grant of the old; null means that there is none.</param>
    /// <param name="cancellationToken">Ends the change.</param>
    public async Task ChangeAsync(
        ParseResult parsed,
        string name,
        Func<AgentGrant?, AgentGrant?> change,
        CancellationToken cancellationToken
    )
    {
        var store = StoreOf(parsed);
        var log = openLog(_store.Read(parsed));
        try
        {
            var tool = $"agents {parsed.CommandResult.Command.Name}";
            var made = await new LoggedGrants(store, log).ChangeAsync(name, tool, change, cancellationToken);
            foreach (var difference in LoggedGrants.Differences(made, name))
            {
                await output.WriteLineAsync($"{name}: {difference}");
            }

            if (IsAskedLess(made))
            {
                await errors.WriteLineAsync(
                    $"Nobody is asked any more before {name} does what others see, what deletes, or what costs money. "
                        + $"'pinterest-mcp agents grant {name} --ask default' has you asked again."
                );
            }

            if (made.Before.HasComments)
            {
                await errors.WriteLineAsync($"The comments of {store.Place} are lost: it was written anew.");
            }
        }
        catch (GrantFileException error)
        {
            throw Failed(store, error);
        }

        bool IsAskedLess(GrantChange made) =>
            made.After.Agents.GetValueOrDefault(name) is { } now
            && !AskRules.HasDefault(now)
            && (made.Before.Agents.GetValueOrDefault(name) is not { } old || AskRules.HasDefault(old));
    }

    // One command reads or changes once and ends, and the store with it.
    private StoredGrants StoreOf(ParseResult parsed)
    {
        if (!parsed.GetValue(_shared))
        {
            return new GrantStore(parsed.GetValue(_grants)?.FullName);
        }

        var choice = _store.Read(parsed);
        return choice.Postgres is null
            ? throw StoreOption.NoDatabase()
            : StoreChoice.GrantsIn(choice.Open(), tools: null);
    }

    private static CommandException Failed(StoredGrants store, GrantFileException error) =>
        new($"{store.Place}: {error.Message}", error.Line is null ? ExitCodes.Environment : ExitCodes.Misuse, error);
}
