using System.Text.RegularExpressions;
using Samples.Tests.Support;

namespace Samples.Tests;

/// <summary>
/// What the READMEs and docs/ quote is what the samples say. PINTEREST_APPROVE=1 writes it into the pages; a new
/// quote needs its marker and an empty block.
/// </summary>
public sealed partial class QuotesTests
{
    private const string Folder = "tests/Samples";
    private const string Marker = "<!-- sample:";

    private static bool IsApproving => Environment.GetEnvironmentVariable("PINTEREST_APPROVE") == "1";

    private static IEnumerable<string> Pages =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md")
            .Select(file => "docs/" + Path.GetFileName(file))
            .Prepend("README.md")
            .Append("build/Mcp/README.md");

    public static TheoryData<string> SampleFiles =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Repository.Root, Folder), "*.cs")
                .Select(file => Path.GetFileName(file))
                .Where(file =>
                    file != "Program.cs"
                    && Repository.Read($"{Folder}/{file}").Contains("RunAsync(", StringComparison.Ordinal)
                ),
        ];

    [Fact]
    public void Every_quote_is_what_its_sample_says()
    {
        var problems = new List<string>();
        foreach (var page in Pages)
        {
            var text = Repository.Read(page);
            var right = Quote()
                .Replace(
                    text,
                    quote =>
                    {
                        var address = quote.Groups["address"].Value;
                        if (Find(address) is not { } said)
                        {
                            problems.Add($"{page}: there is no {address}.");
                            return quote.Value;
                        }

                        if (!IsApproving && said != Regions.Dedent(quote.Groups["code"].Value.Split('\n')))
                        {
                            problems.Add(
                                $"{page}: the quote of {address} is not what stands there. Run with PINTEREST_APPROVE=1, or write:\n{said}"
                            );
                        }

                        return $"{Marker} {address} -->\n```csharp\n{said}\n```";
                    }
                );
            if (IsApproving && right != text)
            {
                File.WriteAllText(Path.Combine(Repository.Root, page), right);
            }
        }

        Assert.Empty(problems);
    }

    [Fact]
    public void Every_marker_stands_before_a_block_of_CSharp()
    {
        foreach (var page in Pages)
        {
            var text = Repository.Read(page);
            Assert.True(
                Quote().Count(text) == text.Split(Marker).Length - 1,
                $"{page} has a marker that is not '{Marker} FILE#REGION -->' with a block of C# in the next line."
            );
        }
    }

    [Fact]
    public void The_README_quotes_a_sample() => Assert.NotEmpty(Quote().Matches(Repository.Read("README.md")));

    [Theory]
    [MemberData(nameof(SampleFiles))]
    public void Every_sample_has_something_to_quote(string file)
    {
        var regions = Regions.Of(Repository.Read($"{Folder}/{file}"));

        Assert.NotEmpty(regions);
        Assert.All(regions, region => Assert.InRange(region.Value.Split('\n').Length, 2, 15));
    }

    private static string? Find(string address)
    {
        var parts = address.Split('#');
        var isThere =
            parts[0].StartsWith("tests/", StringComparison.Ordinal)
            && File.Exists(Path.Combine(Repository.Root, parts[0]));
        return isThere ? Regions.Of(Repository.Read(parts[0])).GetValueOrDefault(parts[1]) : null;
    }

    [GeneratedRegex(
        "<!-- sample: (?<address>[^#\\s]+#[^#\\s]+) -->\n```csharp\n(?<code>.*?)```",
        RegexOptions.Singleline
    )]
    private static partial Regex Quote();
}
