using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Spec.Checking;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Pacts;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Spec.Reports;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Reports;

/// <summary>A page says its verdict first, then what it was made of, and is the same whenever it is made again.</summary>
public sealed class ReportPagesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_comparison_says_verdict_files_date_and_tool_and_is_reproducible()
    {
        var page = await PrintAsync("5.22.0", "5.23.0");

        Assert.Contains("<p class=\"verdict bad\">Breaking: 2 changes can make", page, StringComparison.Ordinal);
        Assert.True(Place(page, "class=\"verdict") < Place(page, "class=\"origin"));
        Assert.True(Place(page, "class=\"origin") < Place(page, "id=\"findings\""));
        Assert.Contains("<dd>5.22.0, openapi/releases/5.22.0.json.gz, SHA-256 b5be", page, StringComparison.Ordinal);
        Assert.Contains("<dt>Compared</dt><dd>2026-01-02 12:00 UTC</dd>", page, StringComparison.Ordinal);
        Assert.Contains($"<dd>pinterest-openapi {ReportOrigin.ToolVersion}</dd>", page, StringComparison.Ordinal);
        Assert.Equal(page, await PrintAsync("5.22.0", "5.23.0"));
        Assert.Contains(
            "verdict good\">No change: nothing",
            await PrintAsync("5.1.0", "5.1.0"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Two_findings_with_one_fingerprint_have_two_ids()
    {
        var store = new ReleaseStore(Repository.Layout.OpenApi);
        var result = DescriptionDiff.Compare(store.ReadForComparison("5.22.0"), store.ReadForComparison("5.23.0"));
        var finding = result.Findings[0] with { Fingerprint = "f" };
        var page = DiffReports.Print(result with { Findings = [finding, finding] }, "html");

        Assert.Contains("<details id=\"f\"", page, StringComparison.Ordinal);
        Assert.Contains("<details id=\"f-2\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#f-2\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_leads_to_its_changes()
    {
        var row = new LedgerRow
        {
            Release = new ReleaseStore(Repository.Layout.OpenApi).List().Single(one => one.Version == "5.23.0"),
            Predecessor = "5.22.0",
            Breaking = 1,
            Changes = [new ReleaseChange(Severity.Breaking, "property-removed", "The property <b> was removed.")],
        };
        var page = LedgerReports.Print([row], "html", Noon);

        Assert.Contains("verdict bad\">1 of 1 releases broke something.", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#5.23.0\">5.23.0</a>", page, StringComparison.Ordinal);
        Assert.Contains("<section id=\"5.23.0\"", page, StringComparison.Ordinal);
        Assert.Contains("pinterest-openapi diff 5.22.0 5.23.0", page, StringComparison.Ordinal);
        Assert.Contains("The property &lt;b&gt; was removed.", page, StringComparison.Ordinal);
        Assert.Contains("2026-01-02 12:00 UTC", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_of_a_check_lead_to_each_other()
    {
        using var folder = new TemporaryFolder();
        var changes = await CompareAsync("5.22.0", "5.23.0");
        var report = new CheckReport
        {
            Version = "5.22.0",
            Operations = 1,
            Generated = 1,
            Schemas = 1,
            Problems = [],
            Notes = [],
            CheckedAt = Noon,
        };
        await CheckFiles.SaveAsync(report with { CandidateChanges = changes }, folder);

        var index = await File.ReadAllTextAsync(Path.Combine(folder, "index.html"));
        Assert.Contains("href=\"diff.html\"", index, StringComparison.Ordinal);
        Assert.Contains("verdict bad\">Candidate 5.23.0. Breaking: 2 changes", index, StringComparison.Ordinal);
        Assert.Contains(
            "href=\"index.html\"",
            await File.ReadAllTextAsync(Path.Combine(folder, "diff.html")),
            StringComparison.Ordinal
        );
        Assert.Contains($"verdict good\">{report.Title}</p>", CheckHtml.Print(report), StringComparison.Ordinal);
        Assert.DoesNotContain("index.html", DiffReports.Print(changes, "html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_verification_of_contracts_is_a_page()
    {
        var failed = new InteractionOutcome
        {
            Consumer = "shop",
            Provider = "Pinterest",
            File = "pacts/shop.json",
            Description = "a <b> board",
            Outcome = ContractOutcome.Failed,
            Problems = [new("response.status", "200", "404", "The status differs.") { IsFromProvider = true }],
        };
        var result = new ContractResult("5.23.0", [failed], []) { VerifiedAt = Noon };
        var page = ContractReports.Print(result, "html");

        Assert.Contains("verdict bad\">Failed: 1 interaction", page, StringComparison.Ordinal);
        Assert.Contains("<dd>pacts/shop.json</dd>", page, StringComparison.Ordinal);
        Assert.Contains("a &lt;b&gt; board", page, StringComparison.Ordinal);
        Assert.Contains("The status differs. (expected 200, actual 404)", page, StringComparison.Ordinal);
        Assert.Contains("2026-01-02 12:00 UTC", page, StringComparison.Ordinal);
    }

    private static int Place(string page, string text) => page.IndexOf(text, StringComparison.Ordinal);

    private static async Task<string> PrintAsync(string before, string after) =>
        DiffReports.Print(await CompareAsync(before, after), "html");

    private static Task<DiffResult> CompareAsync(string before, string after) =>
        DiffRun.RunAsync(
            new DiffRequest(before, after) { Repository = Repository.Root, WithClient = false },
            new FakeTimeProvider(Noon)
        );
}
