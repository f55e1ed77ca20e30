using System.CommandLine;
using System.CommandLine.Parsing;
using Pinterest.OpenApi.Mcp.Hosting;
using Pinterest.OpenApi.Mcp.Storage;
using Pinterest.OpenApi.Mcp.Storage.Postgres;

namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>Where the log and the approvals are kept, for each command that opens them: a file or a database.</summary>
internal sealed class StoreOption
{
    private readonly Option<FileInfo?> _file = SharedOptions.Store();
    private readonly Option<string?> _postgres = SharedOptions.Postgres();

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="isRecursive">Whether its subcommands have them, too.</param>
    public void AddTo(Command command, bool isRecursive = false)
    {
        foreach (var option in (Option[])[_file, _postgres])
        {
            option.Recursive = isRecursive;
            command.Add(option);
        }

        command.Validators.Add(Check);
    }

    /// <summary>Adds the option that names a database to a command that does not write the log.</summary>
    public void AddDatabaseTo(Command command) => command.Add(_postgres);

    /// <summary>Reads what was chosen: by an option, else by the environment, else the usual file.</summary>
    /// <param name="parsed">What was typed.</param>
    /// <param name="usualFile">The file when nothing is chosen; null for the usual one, which the environment overrules.</param>
    /// <exception cref="CommandException">The text in the environment cannot be read.</exception>
    public StoreChoice Read(ParseResult parsed, string? usualFile = null)
    {
        if (parsed.GetValue(_postgres) is { } text)
        {
            return new StoreChoice { Postgres = PostgresAddress.Parse(text) };
        }

        if ((parsed.GetValue(_file)?.FullName ?? usualFile) is { } file)
        {
            return new StoreChoice { File = file };
        }

        return new StoreChoice { Postgres = FromEnvironment() };
    }

    /// <summary>Opens it.</summary>
    /// <param name="parsed">What was typed.</param>
    /// <param name="time">The clock, or null for the usual one.</param>
    /// <exception cref="CommandException">There is no file.</exception>
    public AuditStore OpenExisting(ParseResult parsed, TimeProvider? time)
    {
        var choice = Read(parsed);
        return choice.Postgres is not null || File.Exists(choice.File)
            ? choice.Open(time)
            : throw new CommandException(
                $"There is no log in {choice.File}. The first call of an agent makes it; --store FILE names another one."
            );
    }

    /// <summary>Reads the database that the environment names, or null.</summary>
    /// <exception cref="CommandException">The text cannot be read.</exception>
    public static PostgresAddress? FromEnvironment()
    {
        try
        {
            return Environment.GetEnvironmentVariable(PostgresAddress.Variable) is { Length: > 0 } text
                ? PostgresAddress.Parse(text)
                : null;
        }
        catch (FormatException error)
        {
            throw new CommandException($"{PostgresAddress.Variable}: {error.Message}", ExitCodes.Misuse, error);
        }
    }

    /// <summary>Makes what is thrown where grants of a database are wanted, and none is named.</summary>
    public static CommandException NoDatabase() =>
        new("--shared-grants is for a database. Name it with --postgres, or in " + PostgresAddress.Variable + ".");

    private void Check(CommandResult result)
    {
        if (result.GetResult(_file) is { Implicit: false } && result.GetResult(_postgres) is { Implicit: false })
        {
            result.AddError("--store names a file and --postgres a database. Pass one of them.");
        }
    }
}
