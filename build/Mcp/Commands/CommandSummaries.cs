using System.CommandLine;

namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>
/// Shortens the help of the commands below the one that is named to their first sentence. Their own help has the rest.
/// </summary>
internal static class CommandSummaries
{
    /// <summary>Shortens the texts of the commands that the help lists.</summary>
    /// <param name="root">The root of all commands.</param>
    /// <param name="words">What was typed.</param>
    public static void Shorten(Command root, IReadOnlyList<string> words)
    {
        var named = root;
        foreach (var word in words)
        {
            named = named.Subcommands.FirstOrDefault(command => command.Name == word) ?? named;
        }

        foreach (var command in named.Subcommands)
        {
            command.Description = FirstSentence(command.Description ?? "");
        }
    }

    /// <summary>Gives the first sentence in a line.</summary>
    public static string FirstSentence(string text)
    {
        var line = string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        var end = line.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? line : line[..(end + 1)];
    }
}
