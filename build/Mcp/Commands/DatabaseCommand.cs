using System.CommandLine;
using System.CommandLine.Parsing;
using Pinterest.OpenApi.Mcp.Storage.Postgres;

namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>Makes the tables that several machines share, or prints the SQL that makes them.</summary>
internal sealed class DatabaseCommand : Command
{
    private const string Help = """
        Makes the log and the approvals of several machines on PostgreSQL: a role that owns the tables, a role that may add entries
        and read them, and triggers that refuse every change of an entry. An administrator of the database runs it once. Then sign in
        with --postgres as a role that is a member of the second one.

        Example: pinterest-mcp database script --grant-to mcp
        Example: pinterest-mcp database create --postgres 'Host=db.example.com;Database=pinterest;Username=postgres' --grant-to mcp
        """;

    private readonly Option<string> _owner = Role(
        "--owner",
        "The role that owns the tables; it is made where it is missing. Default: " + PostgresScript.UsualOwner + ".",
        PostgresScript.UsualOwner
    );
    private readonly Option<string> _writer = Role(
        "--writer",
        "The role that may add entries; it is made where it is missing. Default: " + PostgresScript.UsualWriter + ".",
        PostgresScript.UsualWriter
    );
    private readonly Option<string[]> _members = new("--grant-to")
    {
        Description = "A role that servers sign in as, and that may add entries. It must exist. May be repeated.",
        HelpName = "ROLE",
    };
    private readonly Option<string?> _postgres = SharedOptions.Postgres();
    private readonly TextWriter _output;

    /// <summary>Makes the command.</summary>
    /// <param name="output">What it prints.</param>
    public DatabaseCommand(TextWriter output)
        : base("database", Help)
    {
        _output = output;
        _members.Validators.Add(CheckRole);
        var script = new Command("script", "Prints the SQL, for an administrator who runs it.")
        {
            _owner,
            _writer,
            _members,
        };
        script.SetAction(ScriptAsync);
        Add(script);
        var create = new Command("create", "Runs the SQL. Tables that are there already stay as they are.")
        {
            _postgres,
            _owner,
            _writer,
            _members,
        };
        create.SetAction(CreateAsync);
        Add(create);
    }

    private async Task<int> ScriptAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await _output.WriteAsync(Script(parsed).ToString().AsMemory(), cancellationToken);
        return ExitCodes.Good;
    }

    private async Task<int> CreateAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var address =
            (parsed.GetValue(_postgres) is { } text ? PostgresAddress.Parse(text) : StoreOption.FromEnvironment())
            ?? throw new CommandException("Which database? Pass --postgres 'Host=...;Database=...;Username=...'.");
        var script = Script(parsed);
        var isNew = await PostgresSetup.CreateAsync(address, script, cancellationToken);
        await _output.WriteLineAsync(
            isNew
                ? $"Made the tables of {address}."
                : $"{address} has the tables of this version already. They stay as they are."
        );
        foreach (var member in script.Members)
        {
            await _output.WriteLineAsync($"{member} may add entries.");
        }

        return ExitCodes.Good;
    }

    private PostgresScript Script(ParseResult parsed) =>
        new()
        {
            Owner = parsed.GetValue(_owner)!,
            Writer = parsed.GetValue(_writer)!,
            Members = parsed.GetValue(_members) ?? [],
        };

    private static Option<string> Role(string name, string description, string usual)
    {
        var role = new Option<string>(name)
        {
            Description = description,
            HelpName = "ROLE",
            DefaultValueFactory = _ => usual,
        };
        role.Validators.Add(CheckRole);
        return role;
    }

    // The name stands in the SQL without quotes.
    private static void CheckRole(OptionResult result)
    {
        foreach (var token in result.Tokens.Where(token => !PostgresScript.IsRole(token.Value)))
        {
            result.AddError(
                $"{result.Option.Name}: '{token.Value}' is no name of a role here. It has small letters, digits and _, and "
                    + "does not begin with a digit or pg_."
            );
        }
    }
}
