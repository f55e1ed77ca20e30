using System.Text.RegularExpressions;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Reports;

/// <summary>What is printed goes through the writer of its target, and none is passed by.</summary>
public sealed partial class WritersTests
{
    private static readonly Dictionary<string, string> Homes = new(StringComparer.Ordinal)
    {
        [@"\.WriteLine(?:Async)?\("] = "build/Tool/Output/OutputLines.cs",
        [@"Formatting\.Indented\)"] = "build/Spec/Reports/JsonReport.cs",
        [@"XmlWriter\.Create"] = "build/Spec/Reports/XmlReport.cs",
        [@"\$""::"] = "build/Spec/Reports/GitHubCommand.cs",
    };

    public static TheoryData<string> Patterns => [.. Homes.Keys];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Only_its_writer_prints(string pattern)
    {
        var files = new[] { "build/Spec/Reports", "build/Spec/Checking", "build/Tool" }
            .SelectMany(folder =>
                Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            )
            .Where(file => !Made().IsMatch(file))
            .Where(file => Regex.IsMatch(File.ReadAllText(file), pattern))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'));

        Assert.Equal([Homes[pattern]], files);
    }

    [GeneratedRegex(@"[\\/](?:obj|bin)[\\/]")]
    private static partial Regex Made();
}
