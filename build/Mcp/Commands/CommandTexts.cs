using System.CommandLine;
using System.Text.RegularExpressions;

namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>
/// Fits the texts of help to what is shown: of a listed command the first sentence, of the named command everything.
/// </summary>
internal static partial class CommandTexts
{
    /// <summary>Fits the texts of the command that was named, and of those that its help lists.</summary>
    /// <param name="root">The root of all commands.</param>
    /// <param name="words">What was typed.</param>
    public static void Fit(Command root, IReadOnlyList<string> words)
    {
        var named = root;
        foreach (var word in words)
        {
            named = named.Subcommands.FirstOrDefault(command => command.Name == word) ?? named;
        }

        named.Description = Join(named.Description ?? "");
        foreach (var command in named.Subcommands)
        {
            command.Description = FirstSentence(command.Description ?? "");
        }
    }

    /// <summary>
    /// Makes one line of each paragraph, which a terminal of any width can wrap. An example stays a line of its own.
    /// </summary>
    public static string Join(string text) => EndWithinParagraph().Replace(text.ReplaceLineEndings("\n"), " ");

    /// <summary>Gives the first sentence in a line.</summary>
    public static string FirstSentence(string text)
    {
        var line = string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        var end = line.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? line : line[..(end + 1)];
    }

    [GeneratedRegex(@"(?<!\n)\n(?!\n|Example: )", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EndWithinParagraph();
}
