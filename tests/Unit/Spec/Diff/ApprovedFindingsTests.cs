using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Diff;

/// <summary>
/// The findings of seven real pairs, read by hand against the files. To approve others, set PINTEREST_APPROVE=1,
/// run the tests, and read what changed.
/// </summary>
public sealed class ApprovedFindingsTests
{
    private const int Quoted = 160;

    [Theory]
    [InlineData("5.15.0", "5.16.0")]
    [InlineData("5.16.0", "5.17.0")]
    [InlineData("5.17.0", "5.18.0")]
    [InlineData("5.18.0", "5.20.0")]
    [InlineData("5.20.0", "5.21.0")]
    [InlineData("5.21.0", "5.22.0")]
    [InlineData("5.22.0", "5.23.0")]
    public void The_findings_are_those_that_were_read(string baseVersion, string revisionVersion)
    {
        var store = new ReleaseStore(Repository.Layout.OpenApi);
        var baseSide = store.Read(baseVersion);
        var revisionSide = store.Read(revisionVersion);
        var result = DescriptionDiff.Compare(baseSide, revisionSide);
        var text = new StringBuilder();
        foreach (var finding in result.Findings)
        {
            text.Append(
                $"{finding.Severity.Word()} {finding.Direction.Word()} {finding.Rule.Id} {finding.Pointer}\n  {finding.Message}\n"
            );
            if (finding.Severity is not Severity.Breaking)
            {
                continue;
            }

            text.Append($"  base      {Quote(baseSide, finding.BasePosition)}\n");
            text.Append($"  revision  {Quote(revisionSide, finding.RevisionPosition)}\n");
            text.Append($"  why       {finding.Rule.Why}\n");
        }

        var file = Path.Combine(
            Repository.Root,
            "tests",
            "Unit",
            "Spec",
            "Diff",
            "Approved",
            $"{baseVersion}-{revisionVersion}.txt"
        );
        if (Environment.GetEnvironmentVariable("PINTEREST_APPROVE") == "1")
        {
            File.WriteAllText(file, text.ToString());
        }

        Assert.Equal(File.ReadAllText(file), text.ToString());
    }

    [SharedFact]
    public void Upstream_files_give_the_findings_of_their_contracts_and_words_beside()
    {
        var store = new ReleaseStore(Repository.Layout.OpenApi);
        foreach (
            var (baseVersion, revisionVersion) in new[]
            {
                ("5.17.0", "5.18.0"),
                ("5.21.0", "5.22.0"),
                ("5.22.0", "5.23.0"),
            }
        )
        {
            var upstream = DescriptionDiff.Compare(Upstream(baseVersion), Upstream(revisionVersion)).Findings;
            var contracts = DescriptionDiff.Compare(store.Read(baseVersion), store.Read(revisionVersion)).Findings;

            Assert.Equal(
                Say(contracts),
                Say(upstream.Where(finding => finding.Severity is not Severity.Documentation))
            );
            Assert.Contains(upstream, finding => finding.Severity is Severity.Documentation);
        }

        static Description Upstream(string version) =>
            DescriptionReader.ReadForComparison(
                File.ReadAllBytes(Path.Combine(Repository.Shared, "openapi", $"pinterest-{version}.json")),
                version
            );

        static IEnumerable<string> Say(IEnumerable<Finding> findings) =>
            findings
                .Select(finding => $"{finding.Rule.Id} {finding.Severity} {finding.Pointer}")
                .Order(StringComparer.Ordinal);
    }

    // The JSON at the position of a finding.
    private static string Quote(Description description, Position? position)
    {
        if (position is null)
        {
            return "nothing";
        }

        var token = description
            .Root.DescendantsAndSelf()
            .First(token => token is not JProperty && Position.Of(token) == position);
        var text = token.ToString(Formatting.None);
        var quoted = text.Length > Quoted ? text[..Quoted] + "..." : text;
        return $"{JsonPointer.Of(token).Split('/')[^1]}: {quoted}";
    }
}
