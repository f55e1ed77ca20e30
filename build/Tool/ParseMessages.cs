using System.CommandLine;
using System.CommandLine.Parsing;

namespace Pinterest.OpenApi.Tool;

/// <summary>Says what is wrong with arguments, and what was perhaps meant.</summary>
internal static class ParseMessages
{
    private const string NoOption = "There is no option '";

    /// <summary>Gives the messages, a line each.</summary>
    public static IEnumerable<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0)
        {
            return [OfCommand(parsed, [.. command.Subcommands.Select(one => one.Name)])];
        }

        // An optional argument takes a mistyped option, and then too many arguments are left.
        var rejected = parsed.Errors.Select(error => error.Message).Where(IsOfOption).Distinct().ToList();
        if (rejected.Count > 0)
        {
            return rejected;
        }

        // What follows an unknown option is its value, and no mistake of its own.
        var mistyped = parsed.UnmatchedTokens.FirstOrDefault(token => token.StartsWith('-'));
        return mistyped is null
            ? parsed.Errors.Select(error => error.Message)
            : [OfOption(mistyped, parsed.CommandResult)];
    }

    /// <summary>Says that a command has no such option.</summary>
    public static string OfOption(string token, CommandResult result)
    {
        var name = token.Split('=', ':')[0];
        var known = result.Command.Options.SelectMany(option => option.Aliases.Prepend(option.Name));
        return $"{NoOption}{name}'.{Suggestion.Of(name, known.Where(one => one.StartsWith("--", StringComparison.Ordinal)))}";
    }

    private static bool IsOfOption(string message) => message.StartsWith(NoOption, StringComparison.Ordinal);

    // A mistyped command is both unknown and missing; only the first says something.
    private static string OfCommand(ParseResult parsed, IReadOnlyList<string> known)
    {
        var list = $"Commands: {string.Join(", ", known)}.";
        return parsed.UnmatchedTokens is [var mistyped, ..]
            ? $"There is no command '{mistyped}'.{Suggestion.Of(mistyped, known)} {list}"
            : $"Which command? {list}";
    }
}
