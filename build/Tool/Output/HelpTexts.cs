using System.CommandLine;

namespace Pinterest.OpenApi.Tool.Output;

/// <summary>
/// Joins the lines of a paragraph of help on a terminal that is narrower than they are. Otherwise the end of each line
/// would be a line of its own.
/// </summary>
internal static class HelpTexts
{
    // The width of the lines as they are written in the code, and the indentation that help puts before them.
    private const int Written = 130;

    private const string Example = "Example: ";

    /// <summary>Fits the texts of a command and of those below it.</summary>
    /// <param name="command">The command.</param>
    /// <param name="width">How wide the terminal is; null where there is none.</param>
    public static void Fit(Command command, int? width)
    {
        if (width is null or > Written)
        {
            return;
        }

        command.Description = Join(command.Description ?? "");
        foreach (var below in command.Subcommands)
        {
            Fit(below, width);
        }
    }

    /// <summary>Makes one line of each paragraph. An example stays a line of its own.</summary>
    public static string Join(string text)
    {
        var joined = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var isNew =
                joined is [] or [.., ""] || line.Length == 0 || line.StartsWith(Example, StringComparison.Ordinal);
            if (isNew)
            {
                joined.Add(line);
            }
            else
            {
                joined[^1] += " " + line;
            }
        }

        return string.Join('\n', joined);
    }
}
