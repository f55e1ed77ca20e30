using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Spec.Reports;

namespace Pinterest.OpenApi.Spec.Checking;

/// <summary>A check as JSON.</summary>
internal static class CheckJson
{
    /// <summary>Prints the check.</summary>
    public static string Print(CheckReport report) =>
        JsonReport.Print(
            new JObject
            {
                ["verdict"] = report.Title,
                ["good"] = report.IsGood,
                ["version"] = report.Version,
                ["kind"] = PinRecord.Text(report.Kind),
                ["operations"] = report.Operations,
                ["generated"] = report.Generated,
                ["schemas"] = report.Schemas,
                ["problems"] = new JArray(report.Problems),
                ["notes"] = new JArray(report.Notes),
                ["passes"] = new JArray(
                    report.Passes.Select(pass => new JObject { ["name"] = pass.Name, ["count"] = pass.Count })
                ),
                ["contracts"] = new JArray(
                    report.Contracts.Select(contracts => JObject.Parse(ContractReports.Print(contracts, "json")))
                ),
                ["changes"] = report.Changes is { } changes ? JObject.Parse(DiffReports.Print(changes, "json")) : null,
                ["candidate"] = report.Candidate is { } candidate
                    ? Candidate(candidate, report.CandidateChanges)
                    : null,
                ["comparison"] = report.Comparison is { } comparison ? Comparison(comparison) : null,
            }
        );

    private static JObject Candidate(CandidateVerdict candidate, DiffResult? changes) =>
        new()
        {
            ["compiles"] = candidate.Compiles,
            ["problems"] = new JArray(candidate.Problems),
            ["nameChanges"] = new JArray(candidate.NameChanges),
            ["staleDecisions"] = new JArray(candidate.Stale),
            ["changes"] = changes is null ? null : JObject.Parse(DiffReports.Print(changes, "json")),
        };

    private static JObject Comparison(DescriptionComparison comparison) =>
        new()
        {
            ["base"] = comparison.Base,
            ["revision"] = comparison.Revision,
            ["operations"] = Names(comparison.Operations),
            ["schemas"] = Names(comparison.Schemas),
        };

    private static JObject Names(NameComparison names) =>
        new()
        {
            ["added"] = new JArray(names.Added),
            ["removed"] = new JArray(names.Removed),
            ["changed"] = new JArray(names.Changed),
        };
}
