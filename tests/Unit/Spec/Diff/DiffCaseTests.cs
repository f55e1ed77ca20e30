using System.Reflection;
using System.Text;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Unit.Spec.Diff.Compare;
using Pinterest.OpenApi.Unit.Spec.Diff.Rules;
using Pinterest.OpenApi.Unit.Spec.Diff.Truth;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Diff;

/// <summary>
/// Small pairs, a folder each in Cases: base and revision (.json or .yaml) with the files that they refer to,
/// expected.txt, and where the pair was judged by hand, verdict.txt. To add one, write the first two and the verdict, run
/// with PINTEREST_APPROVE=1, and read expected.txt.
/// </summary>
public sealed class DiffCaseTests
{
    private static readonly string Root = Path.Combine(Repository.Root, "tests", "Unit", "Spec", "Diff", "Cases");

    public static TheoryData<string> Cases => [.. Names()];

    public static TheoryData<string> JudgedCases =>
        [.. Names().Where(name => File.Exists(Path.Combine(Root, name, "verdict.txt")))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reports_what_expected_txt_says(string name)
    {
        var result = DescriptionDiff.Compare(Read(name, "base"), Read(name, "revision"));
        var text = new StringBuilder();
        foreach (var finding in result.Findings)
        {
            text.Append(
                $"{finding.Severity.Word()} {finding.Direction.Word()} {finding.Rule.Id} {finding.Pointer}\n  {finding.Message}\n"
            );
        }

        foreach (
            var notice in result.Notices.Where(notice =>
                !notice.StartsWith("Texts (summaries, descriptions) were not compared", StringComparison.Ordinal)
            )
        )
        {
            text.Append($"note {notice}\n");
        }

        var file = Path.Combine(Root, name, "expected.txt");
        if (Environment.GetEnvironmentVariable("PINTEREST_APPROVE") == "1")
        {
            File.WriteAllText(file, text.ToString());
        }

        Assert.Equal(File.ReadAllText(file), text.ToString());
    }

    // verdict.txt holds the severest finding as a person judged it: breaking, potentially-breaking, compatible,
    // documentation, or none. The lines after the first give the reason.
    [Theory]
    [MemberData(nameof(JudgedCases))]
    public void The_severest_finding_is_the_one_that_was_judged_by_hand(string name)
    {
        var findings = DescriptionDiff.Compare(Read(name, "base"), Read(name, "revision")).Findings;
        var severest = findings.Count == 0 ? "none" : findings.Max(finding => finding.Severity).Word();
        Assert.Equal(File.ReadLines(Path.Combine(Root, name, "verdict.txt")).First(), severest);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_description_has_no_findings_against_itself(string name)
    {
        foreach (var file in new[] { "base", "revision" })
        {
            Assert.Empty(DescriptionDiff.Compare(Read(name, file), Read(name, file)).Findings);
        }
    }

    [Fact]
    public void Every_rule_is_shown_by_a_small_pair()
    {
        var shown = Directory
            .EnumerateFiles(Root, "expected.txt", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .Concat(TableRows())
            .SelectMany(text => text.Split((char[])[' ', ';', '\n'], StringSplitOptions.RemoveEmptyEntries))
            .ToHashSet(StringComparer.Ordinal);
        var rules = DiffRules
            .All.Where(rule => !rule.Id.StartsWith("client-", StringComparison.Ordinal))
            .Select(rule => rule.Id);
        Assert.Equal("", string.Join(' ', rules.Where(rule => !shown.Contains(rule))));
    }

    // The rows of the tables of all tests of rules and comparers.
    private static IEnumerable<string> TableRows() =>
        typeof(DiffCaseTests)
            .Assembly.GetTypes()
            .Where(type =>
                type.Namespace == typeof(OperationRulesTests).Namespace
                || type.Namespace == typeof(SchemaComparerTests).Namespace
            )
            .SelectMany(type => type.GetProperties(BindingFlags.Static | BindingFlags.Public))
            .Select(property => property.GetValue(null))
            .OfType<TheoryData>()
            .SelectMany(table => table)
            .SelectMany(row => row.OfType<string>());

    private static IEnumerable<string> Names() =>
        Directory.EnumerateDirectories(Root).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);

    private static Description Read(string name, string side) =>
        PairFiles.Read(PairFiles.Find(Path.Combine(Root, name), side));
}
