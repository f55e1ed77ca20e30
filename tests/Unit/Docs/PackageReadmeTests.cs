using System.Text.RegularExpressions;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Docs;

/// <summary>The page of a package is read where there is no checkout.</summary>
public sealed partial class PackageReadmeTests
{
    private const int FirstScreen = 45;

    /// <summary>Gets the README of each package.</summary>
    public static IReadOnlyList<string> Pages { get; } =
    [
        "src/README.md",
        "build/Tool/README.md",
        "build/Mcp/README.md",
        "build/Sandbox/README.md",
        "build/Redis/README.md",
    ];

    public static TheoryData<string> Files => [.. Pages];

    [Theory]
    [MemberData(nameof(Files))]
    public void It_begins_with_the_package_and_soon_has_an_example(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, file));

        Assert.StartsWith("# Pinterest.OpenApi", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines.Take(FirstScreen), line => line.StartsWith("```", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_link_is_absolute_and_leads_to_a_page_that_exists(string file)
    {
        var links = Link()
            .Matches(File.ReadAllText(Path.Combine(Repository.Root, file)))
            .Select(match => match.Groups[1].Value)
            .ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.StartsWith("https://", link, StringComparison.Ordinal));
        var pages = links
            .Where(link => link.StartsWith(Address() + "/", StringComparison.Ordinal))
            .Select(link => Path.ChangeExtension(link[(Address().Length + 1)..].Split('#')[0], ".md"));
        Assert.All(pages, page => Assert.True(File.Exists(Path.Combine(Repository.Root, page)), $"{file}: {page}"));
    }

    // Where the project is found, as long as its checkout names no other place.
    private static string Address() =>
        ProjectAddress()
            .Match(File.ReadAllText(Path.Combine(Repository.Root, "Directory.Build.props")))
            .Groups[1]
            .Value;

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("<ProjectAddress [^>]*>([^<]+)</ProjectAddress>")]
    private static partial Regex ProjectAddress();
}
