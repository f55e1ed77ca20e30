using Pinterest.OpenApi.Spec.Diff;

namespace Pinterest.OpenApi.Spec.Checking;

/// <summary>Lines that the screen and Markdown share.</summary>
internal static class CheckLines
{
    /// <summary>How many things of a kind are named. The page has all of them.</summary>
    public const int Named = 6;

    /// <summary>Says what a release changed: the counts, then the first breaking findings.</summary>
    public static IEnumerable<string> Changes(DiffResult? changes)
    {
        if (changes is null)
        {
            yield break;
        }

        yield return $"{changes.Count(Severity.Breaking)} breaking, "
            + $"{changes.Count(Severity.PotentiallyBreaking)} potentially breaking, "
            + $"{Counts.Of(changes.Count(Severity.Compatible), "compatible place")}{Contracts(changes.Contracts)}";
        foreach (var finding in changes.Findings.Where(finding => finding.Severity is Severity.Breaking).Take(Named))
        {
            yield return finding.Message;
        }
    }

    private static string Contracts(ContractView? contracts) =>
        contracts is null ? "" : $"; {Counts.Breaking(contracts.Broken.Count, contracts.Interactions)}";

    /// <summary>Gets the two kinds of names that a comparison counts.</summary>
    public static IEnumerable<(string What, NameComparison Names)> Kinds(DescriptionComparison comparison) =>
        [("operations", comparison.Operations), ("schemas", comparison.Schemas)];
}
