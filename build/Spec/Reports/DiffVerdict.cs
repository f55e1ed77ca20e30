using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Reports.Html;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>The verdict of a comparison in a sentence, for the top of a page.</summary>
internal static class DiffVerdict
{
    /// <summary>Gives the verdict, and what limits it.</summary>
    public static IEnumerable<VerdictPart> Of(DiffResult result)
    {
        yield return Findings(result);
        if (result.Contracts is { Broken.Count: > 0 } contracts)
        {
            yield return Bad(
                $"Your contracts: {Counts.Breaking(contracts.Broken.Count, contracts.Interactions, "interaction")}."
            );
        }

        if (result.Uncompared.Count > 0)
        {
            yield return Warn($"Not complete: {Counts.Were(result.Uncompared.Count, "place")} not compared.");
        }
    }

    private static VerdictPart Findings(DiffResult result)
    {
        var breaking = result.Count(Severity.Breaking);
        var potentially = result.Count(Severity.PotentiallyBreaking);
        if (breaking > 0)
        {
            return Bad($"Breaking: {Counts.Of(breaking, "change")} can make an existing client fail.");
        }

        if (potentially > 0)
        {
            return Warn(
                $"Potentially breaking: {Counts.Of(potentially, "change")} can make some existing clients fail."
            );
        }

        return Good(
            result.Findings.Count > 0 ? "Compatible: existing clients still work." : "No change: nothing differs."
        );
    }

    private static VerdictPart Good(string text) => new() { Tone = "good", Text = text };

    private static VerdictPart Warn(string text) => new() { Tone = "warn", Text = text };

    private static VerdictPart Bad(string text) => new() { Tone = "bad", Text = text };
}
