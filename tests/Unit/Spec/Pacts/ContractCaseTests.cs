using System.Text;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Pacts;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Pacts;

/// <summary>
/// Pacts of others against descriptions of others, a folder each in Cases: description.yaml, pact.json, verdict.txt with
/// what a person judged before the first run (pass, fail or skip, then the reason), and expected.txt. To add one, write
/// the first three, run with PINTEREST_APPROVE=1, and read expected.txt.
/// </summary>
public sealed class ContractCaseTests
{
    private static readonly string Root = Path.Combine(Repository.Root, "tests", "Unit", "Spec", "Pacts", "Cases");

    public static TheoryData<string> Cases =>
        [
            .. Directory
                .EnumerateDirectories(Root)
                .Select(folder => Path.GetFileName(folder)!)
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_outcome_is_the_one_that_was_judged_by_hand(string name)
    {
        var folder = Path.Combine(Root, name);
        var description = DescriptionReader.ReadForComparison(
            File.ReadAllBytes(Path.Combine(folder, "description.yaml")),
            "description.yaml"
        );
        var result = new ContractVerifier(description.Root).Verify(
            PactContract.ReadAll([Path.Combine(folder, "pact.json")]),
            "a description"
        );

        var text = new StringBuilder();
        foreach (var outcome in result.Interactions)
        {
            var reason = outcome.Reason is null ? "" : $": {outcome.Reason}";
            text.Append($"{outcome.Outcome} {outcome.OperationId ?? "no operation"}{reason}\n");
            foreach (var problem in outcome.Problems)
            {
                text.Append($"  {problem.Place}: {problem.Message}\n");
            }
        }

        var file = Path.Combine(folder, "expected.txt");
        if (Environment.GetEnvironmentVariable("PINTEREST_APPROVE") == "1")
        {
            File.WriteAllText(file, text.ToString());
        }

        Assert.Equal(Verdict(folder), Assert.Single(result.Interactions).Outcome);
        Assert.Equal(File.ReadAllText(file), text.ToString());
    }

    private static ContractOutcome Verdict(string folder) =>
        File.ReadLines(Path.Combine(folder, "verdict.txt")).First() switch
        {
            "pass" => ContractOutcome.Passed,
            "fail" => ContractOutcome.Failed,
            _ => ContractOutcome.Skipped,
        };
}
