using System.Globalization;

namespace Pinterest.OpenApi.Unit.House;

/// <summary>
/// How long files and methods are, by folder. Printed by <c>dotnet run --project tests/Unit -- shape</c>.
/// </summary>
internal sealed class ShapeTable
{
    /// <summary>The folders that are told apart.</summary>
    public static readonly IReadOnlyList<string> Folders =
    [
        "src/Extensions",
        "build/Spec",
        "build/Spec/Diff",
        "build/Spec/Generation",
        "build/Sandbox",
        "build/Pact",
        "build/Tool",
        "build/Mcp",
        "build/Redis",
    ];

    private readonly IReadOnlyList<SourceFile> _files;

    /// <summary>Reads the hand-written code of a checkout.</summary>
    /// <param name="checkout">The root of the checkout.</param>
    public ShapeTable(string checkout) => _files = SourceFile.ReadAll(checkout);

    /// <summary>Gets the figures of all production code, which the budgets are for.</summary>
    public ShapeFigures Production => new(_files.Where(file => !file.IsTest));

    /// <summary>Gets the figures of all tests.</summary>
    public ShapeFigures Tests => new(_files.Where(file => file.IsTest));

    /// <summary>Gets the lines that are wider than a page.</summary>
    public IEnumerable<string> WideLines => _files.SelectMany(ShapeRules.WideLines);

    /// <summary>Gets the branches and loops without braces.</summary>
    public IEnumerable<string> MissingBraces => _files.SelectMany(ShapeRules.MissingBraces);

    /// <summary>Gets what makes production code hard to read.</summary>
    public IEnumerable<string> HardToRead => _files.Where(file => !file.IsTest).SelectMany(Rules);

    private IReadOnlyList<string> Offences => [.. WideLines, .. MissingBraces, .. HardToRead];

    /// <summary>Gets the figures of one folder.</summary>
    /// <param name="folder">The folder below the checkout, with slashes.</param>
    public ShapeFigures Of(string folder) => new(_files.Where(file => IsBelow(file, folder)));

    /// <summary>Prints a row for each folder, the longest files and methods, and what breaks a rule.</summary>
    /// <param name="output">Where to.</param>
    public void Print(TextWriter output)
    {
        output.WriteLine(
            "folder                  files   lines  file median/p90/max  methods  method p90/max  over 120  over 140"
        );
        Print(output, "production", Production);
        foreach (var folder in Folders)
        {
            Print(output, folder, Of(folder));
        }

        Print(output, "tests", Tests);
        output.WriteLine();
        output.WriteLine("Files over 250 lines and methods over 40, production:");
        foreach (var line in Production.Longest(250, 40))
        {
            output.WriteLine("  " + line);
        }

        output.WriteLine();
        output.WriteLine($"{Offences.Count} places break a rule of shape:");
        foreach (var offence in Offences)
        {
            output.WriteLine("  " + offence);
        }
    }

    private static IEnumerable<string> Rules(SourceFile file) =>
        [
            .. ShapeRules.TupleAssignments(file),
            .. ShapeRules.ManyConditions(file),
            .. ShapeRules.ManyPositionalValues(file),
            .. ShapeRules.Chains(file),
        ];

    private static bool IsBelow(SourceFile file, string folder) =>
        file.Path.StartsWith(folder + "/", StringComparison.Ordinal);

    private static void Print(TextWriter output, string name, ShapeFigures figures)
    {
        if (figures.FileCount == 0)
        {
            return;
        }

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -22} {figures.FileCount, 6} {figures.Lines, 7}  "
                    + $"{figures.FileMedian, 6}/{figures.FileP90, 5}/{figures.FileMax, 5} "
                    + $"{figures.MethodCount, 8}  {figures.MethodP90, 6}/{figures.MethodMax, 4} "
                    + $"{figures.Over120, 9} {figures.Over140, 9}"
            )
        );
    }
}
