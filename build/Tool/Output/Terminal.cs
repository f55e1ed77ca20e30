using Pinterest.OpenApi.Spec.Reports;

namespace Pinterest.OpenApi.Tool.Output;

/// <summary>What is known of the terminal: whether there is one, how wide it is, and whether it takes colours.</summary>
internal sealed record Terminal
{
    /// <summary>Colours on a terminal, unless the person wants none.</summary>
    public const string Auto = "auto";

    /// <summary>Colours wherever text goes.</summary>
    public const string Always = "always";

    /// <summary>No colours.</summary>
    public const string Never = "never";

    // A line that is as wide as the terminal would be wrapped by some of them.
    private const int Margin = 1;

    // Programs that draw a terminal on Windows name themselves; an old console prints the codes of colours as they are.
    private static readonly string[] NamesOnWindows = ["WT_SESSION", "TERM_PROGRAM", "TERM", "ConEmuANSI", "ANSICON"];

    /// <summary>Gets whether reports are shown to a person, and not written into a file or a pipe.</summary>
    public required bool IsTerminal { get; init; }

    /// <summary>Gets the number of characters in a line; null when it is not known.</summary>
    public int? Width { get; init; }

    /// <summary>Gets whether the person wants no colours (<c>NO_COLOR</c>), or the terminal has none.</summary>
    public bool IsPale { get; init; }

    /// <summary>Finds out what a writer leads to.</summary>
    public static Terminal Of(TextWriter output)
    {
        var isTerminal =
            (ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected)
            || (ReferenceEquals(output, Console.Error) && !Console.IsErrorRedirected);
        return new Terminal
        {
            IsTerminal = isTerminal,
            Width = isTerminal ? WidthOfConsole() : null,
            IsPale = IsPaleBy(Environment.GetEnvironmentVariable, OperatingSystem.IsWindows()),
        };
    }

    /// <summary>Gives the style of text.</summary>
    /// <param name="color">auto, always or never.</param>
    public ConsoleStyle Style(string color) =>
        new()
        {
            HasColours = color switch
            {
                Always => true,
                Never => false,
                _ => IsTerminal && !IsPale,
            },
            Width = Width is { } width ? Math.Max(width - Margin, 1) : null,
        };

    /// <summary>Tells from the environment that colours are not wanted, or not understood.</summary>
    /// <param name="variable">Gives a variable of the environment, or null.</param>
    /// <param name="isWindows">Whether the console may be one that does not know colours.</param>
    public static bool IsPaleBy(Func<string, string?> variable, bool isWindows) =>
        variable("NO_COLOR") is { Length: > 0 }
        || variable("TERM") == "dumb"
        || (isWindows && !NamesOnWindows.Any(name => variable(name) is { Length: > 0 }));

    private static int? WidthOfConsole()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : null;
        }
        catch (IOException)
        {
            // A terminal that does not tell its size.
            return null;
        }
    }
}
