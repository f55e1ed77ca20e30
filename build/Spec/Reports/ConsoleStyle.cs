namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>How text is shown: with colours or without, and how wide.</summary>
internal sealed record ConsoleStyle
{
    /// <summary>Gets the style of a file or a pipe: no colours, and each line as long as it needs to be.</summary>
    public static ConsoleStyle Plain { get; } = new();

    /// <summary>Gets whether lines have colours.</summary>
    public bool HasColours { get; init; }

    /// <summary>Gets how many characters a line may have; null when nothing is to be wrapped.</summary>
    public int? Width { get; init; }

    /// <summary>Gives a text its colour.</summary>
    public string Paint(string text, Ink ink) =>
        HasColours && ink is not Ink.Plain ? $"\e[{Code(ink)}m{text}\e[0m" : text;

    // The 8 basic colours: every terminal has them, and a person may have chosen how they look.
    private static string Code(Ink ink) =>
        ink switch
        {
            Ink.Good => "32",
            Ink.Bad => "1;31",
            Ink.Warning => "33",
            Ink.Strong => "1",
            _ => "2",
        };
}
