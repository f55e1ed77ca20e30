using System.CommandLine;
using Pinterest.OpenApi.Mcp.Storage.Postgres;

namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>Options that several commands have.</summary>
internal static class SharedOptions
{
    /// <summary>The file of the grants.</summary>
    public static Option<FileInfo?> Grants() =>
        new("--grants")
        {
            Description = "The file of the grants. Default: grants.json in your configuration folder.",
            HelpName = "FILE",
        };

    /// <summary>Whether the grants lie in the database.</summary>
    public static Option<bool> SharedGrants() =>
        new("--shared-grants")
        {
            Description =
                "The grants lie in the database of --postgres, too, for all machines; otherwise in a file of each.",
        };

    /// <summary>The file of the log, the approvals and the keys.</summary>
    public static Option<FileInfo?> Store() =>
        new("--store")
        {
            Description = "The file of the log and of the approvals. Default: agents.db in your configuration folder.",
            HelpName = "FILE",
        };

    /// <summary>An option that takes one of a few words.</summary>
    public static Option<string?> OneOf(string name, string description, IEnumerable<string> values)
    {
        var known = values.ToArray();
        var option = new Option<string?>(name)
        {
            Description = $"{description}: {string.Join(", ", known)}.",
            HelpName = "WORD",
        };
        option.CompletionSources.Add(known);
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !known.Contains(token.Value, StringComparer.Ordinal))
            {
                result.AddError($"{name}: '{token.Value}' is none of {string.Join(", ", known)}.");
            }
        });
        return option;
    }

    /// <summary>The database of the log and the approvals.</summary>
    public static Option<string?> Postgres()
    {
        var postgres = new Option<string?>("--postgres")
        {
            Description =
                "Keep the log and the approvals in a database of PostgreSQL, which several machines share, for example "
                + "'Host=db.example.com;Database=pinterest;Username=mcp'. No password here: it comes from PGPASSWORD, "
                + $"PGPASSFILE, or {PostgresAddress.Variable}, which may hold the whole text.",
            HelpName = "SETTINGS",
        };
        postgres.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && ProblemOf(token.Value) is { } problem)
            {
                result.AddError($"--postgres: {problem}");
            }
        });
        return postgres;
    }

    // What was typed is not repeated, because it may hold a password.
    private static string? ProblemOf(string text)
    {
        try
        {
            return PostgresAddress.Parse(text).HasSecret
                ? "take the password out, because every user of this machine can read it in the list of processes. It comes "
                    + $"from PGPASSWORD, PGPASSFILE, or {PostgresAddress.Variable}, which may hold the whole text."
                : null;
        }
        catch (FormatException error)
        {
            return error.Message;
        }
    }

    /// <summary>The file that notes the last entry of the log.</summary>
    public static Option<FileInfo?> HeadFile()
    {
        var head = new Option<FileInfo?>("--head-file")
        {
            Description =
                "The file that notes the last entry of the log; best where agents cannot write. Default: agents.head beside "
                + "the file of the log, or a file in your configuration folder.",
            HelpName = "FILE",
        };
        head.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(token.Value))))
            {
                result.AddError("--head-file: there is no such folder. Make it first, writable for this user.");
            }
        });
        return head;
    }
}
