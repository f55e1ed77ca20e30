using System.CommandLine;
using System.CommandLine.Invocation;

namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>Says what is wrong with arguments, and what was perhaps meant.</summary>
internal static class ParseMessages
{
    /// <summary>Gives the messages, a line each.</summary>
    public static IEnumerable<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var meant = Meant(parsed);
        if (command.Subcommands.Count == 0)
        {
            return parsed.Errors.Select(error => error.Message).Concat(meant is null ? [] : [meant]);
        }

        // A mistyped command is both unknown and missing; only the first says something.
        var known = $"Commands: {string.Join(", ", command.Subcommands.Select(one => one.Name))}.";
        return parsed.UnmatchedTokens is [var mistyped, ..]
            ? [string.Join(' ', new[] { $"There is no command '{mistyped}'.", meant, known }.OfType<string>())]
            : [$"Which command? {known}"];
    }

    // System.CommandLine writes the names that are near to the output, a line each, and the mistakes to the errors.
    private static string? Meant(ParseResult parsed)
    {
        // Nothing but the action of a mistake is invoked, and no command.
        if (parsed.Action is not ParseErrorAction mistake)
        {
            return null;
        }

        mistake.ShowHelp = false;
        using var output = new StringWriter();
        parsed.Invoke(new InvocationConfiguration { Output = output, Error = TextWriter.Null });
        var known = KnownNames(parsed.CommandResult.Command);
        var near = output.ToString().Split('\n').Select(line => line.Trim()).FirstOrDefault(known.Contains);
        return near is null ? null : $"Did you mean '{near}'?";
    }

    private static HashSet<string> KnownNames(Command command) =>
        [.. command.Options.Select(option => option.Name), .. command.Subcommands.Select(one => one.Name)];
}
