using Pinterest.OpenApi.Spec.Checking;
using Pinterest.OpenApi.Spec.Pacts;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>A check as one page that needs nothing else: the verdict, the contracts, and what the release changed.</summary>
internal static class CheckHtml
{
    /// <summary>Prints the page.</summary>
    public static string Print(CheckResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var title =
            $"Pinterest API {result.Version}: {(result.IsGood ? "good" : $"{result.Problems.Count} problem(s)")}";
        if (result.Changes is { } changes)
        {
            return DiffHtml.Print(changes, title, page => AddCheck(page, result));
        }

        var alone = new HtmlPage(title);
        AddCheck(alone, result);
        return alone.Finish();
    }

    private static void AddCheck(HtmlPage page, CheckResult result)
    {
        foreach (var problem in result.Problems)
        {
            page.Text("p", $"Problem: {problem}", "notice");
        }

        foreach (var note in result.Notes)
        {
            page.Text("p", note, "notice");
        }

        page.Text(
            "p",
            $"{result.Generated} of {result.Operations} operations in the client, {result.Schemas} schemas in the description."
        );
        foreach (var contracts in result.Contracts)
        {
            AddContracts(page, contracts);
        }

        if (result.Changes is { } changes)
        {
            page.Text("h2", $"{changes.Base.Version} → {changes.Revision.Version} (information only)");
        }
    }

    private static void AddContracts(HtmlPage page, ContractResult result)
    {
        page.Raw(
            $"<details class=\"client\"{(result.HasFailed ? " open" : "")}><summary>{HtmlPage.Encode(result.Summary)}</summary><ul>"
        );
        foreach (var problem in result.Problems)
        {
            page.Raw($"<li><b>{HtmlPage.Encode(problem)}</b></li>");
        }

        foreach (var interaction in result.Interactions)
        {
            var why =
                interaction.Reason
                ?? string.Join("; ", interaction.Problems.Select(problem => $"{problem.Place}: {problem.Message}"));
            page.Raw(
                $"<li>{HtmlPage.Encode(interaction.Description)}: {interaction.Outcome.ToString().ToLowerInvariant()}{(why.Length > 0 ? $" ({HtmlPage.Encode(why)})" : "")}</li>"
            );
        }

        page.Raw("</ul></details>");
    }
}
