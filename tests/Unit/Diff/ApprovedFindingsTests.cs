using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Diff;

/// <summary>The findings of seven real pairs, read by hand against the files. To approve others, set PINTEREST_APPROVE=1, run, and read what changed.</summary>
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
    public void The_findings_are_those_that_were_read(string before, string after)
    {
        var store = new ReleaseStore(Repository.Layout.OpenApi);
        var (old, now) = (store.Read(before), store.Read(after));
        var result = DescriptionDiff.Compare(old, now);
        var text = new StringBuilder();
        foreach (var finding in result.Findings)
        {
            text.Append($"{finding.Severity.Word()} {finding.Direction.Word()} {finding.Rule.Id} {finding.Pointer}\n  {finding.Message}\n");
            if (finding.Severity is not Severity.Breaking) continue;
            text.Append($"  base      {Quote(old, finding.BasePosition)}\n  revision  {Quote(now, finding.RevisionPosition)}\n  why       {finding.Rule.Why}\n");
        }

        var file = Path.Combine(Repository.Root, "tests", "Unit", "Diff", "Approved", $"{before}-{after}.txt");
        if (Environment.GetEnvironmentVariable("PINTEREST_APPROVE") == "1") File.WriteAllText(file, text.ToString());
        Assert.Equal(File.ReadAllText(file), text.ToString());
    }

    // What stands where the finding points.
    private static string Quote(Description description, Position? position)
    {
        if (position is null) return "nothing";
        var token = description.Root.DescendantsAndSelf().First(token => token is not JProperty && Position.Of(token) == position);
        var text = token.ToString(Formatting.None);
        return $"{JsonPointer.Of(token).Split('/')[^1]}: {(text.Length > Quoted ? text[..Quoted] + "..." : text)}";
    }
}
