using System.Net;
using System.Text;
using Pinterest.OpenApi.Spec.Diff;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>A comparison as one page that needs nothing else: no network, no other file.</summary>
internal static class DiffHtml
{
    public static string Print(DiffResult result) =>
        Print(result, $"{result.Base.Version} → {result.Revision.Version}", _ => { });

    /// <summary>Prints a page on which something else stands first.</summary>
    public static string Print(DiffResult result, string title, Action<HtmlPage> before)
    {
        var page = new HtmlPage(title);
        before(page);
        page.Text("p", DiffText.Summary(result), "summary");
        foreach (var notice in result.Notices)
        {
            page.Text("p", notice, "notice");
        }

        AddContracts(page, result);
        AddClient(page, result);
        AddFilters(page, result);
        page.Raw("<main id=\"findings\">");
        foreach (var finding in result.Findings)
        {
            AddFinding(page, finding);
        }

        page.Raw("</main><p id=\"none\" hidden>Nothing matches.</p>");
        page.Raw($"<script>{HtmlPage.Resource("diff.js")}</script>");
        return page.Finish();
    }

    private static void AddFilters(HtmlPage page, DiffResult result)
    {
        page.Raw(
            "<form id=\"filters\" role=\"search\"><label>Text <input id=\"text\" type=\"search\" placeholder=\"place, rule, operation\"></label>"
        );
        Select(
            "severity",
            "Severity",
            result
                .Findings.Select(finding => finding.Severity)
                .Distinct()
                .OrderDescending()
                .Select(severity => severity.Word())
        );
        Select(
            "group",
            "Group",
            result
                .Findings.SelectMany(finding => finding.Groups)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );
        Select(
            "operation",
            "Operation",
            result
                .Findings.SelectMany(finding => finding.Operations)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );
        page.Raw("<output id=\"count\"></output></form>");

        void Select(string id, string title, IEnumerable<string> values)
        {
            page.Raw($"<label>{title} <select id=\"{id}\"><option value=\"\">all</option>");
            foreach (var value in values)
            {
                page.Raw($"<option>{HtmlPage.Encode(value)}</option>");
            }

            page.Raw("</select></label>");
        }
    }

    private static void AddFinding(HtmlPage page, Finding finding)
    {
        var words =
            $"{finding.Message} {finding.Rule.Id} {finding.Pointer} {string.Join(' ', finding.Operations)} {DiffText.Used(finding)}";
        page.Raw(
            $"<details class=\"{finding.Severity.Word()}{(finding.Accepted is null ? "" : " accepted")}\" data-severity=\"{finding.Severity.Word()}\" data-groups=\"{HtmlPage.Encode(string.Join('\n', finding.Groups))}\" data-operations=\"{HtmlPage.Encode(string.Join('\n', finding.Operations))}\" data-text=\"{HtmlPage.Encode(words)}\">"
        );
        page.Raw(
            $"<summary><span class=\"mark\">{finding.Severity.Word()}</span>{(finding.Rule.Area == "client" ? " <span class=\"mark client-mark\">client</span>" : "")} {HtmlPage.Encode(finding.Message)}</summary><dl>"
        );
        Row("Rule", $"{finding.Rule.Id} ({finding.Direction.Word()})");
        Row(
            "Place",
            $"{finding.Pointer}{(finding.BasePosition is { } old ? $" — base {old.Line}:{old.Column}" : "")}{(finding.RevisionPosition is { } now ? $" — revision {now.Line}:{now.Column}" : "")}"
        );
        if (DiffText.Remedy(finding) is { } remedy)
        {
            Row("Why", finding.Rule.Why);
            Row("Remedy", remedy);
        }

        if (finding.Operations.Count > 0)
        {
            Row($"Operations ({finding.Operations.Count})", string.Join(", ", finding.Operations));
        }

        if (DiffText.Used(finding) is { } used)
        {
            Row("Contracts", used);
        }

        if (finding.ClientMembers.Count > 0)
        {
            Row("Client", string.Join(", ", finding.ClientMembers));
        }

        if (finding.Accepted is { } reason)
        {
            Row("Accepted", reason);
        }

        page.Raw("</dl></details>");

        void Row(string name, string value) =>
            page.Raw($"<dt>{HtmlPage.Encode(name)}</dt><dd>{HtmlPage.Encode(value)}</dd>");
    }

    private static void AddContracts(HtmlPage page, DiffResult result)
    {
        if (result.Contracts is not { } contracts)
        {
            return;
        }

        page.Raw(
            $"<details class=\"client\"{(contracts.Broken.Count > 0 ? " open" : "")}><summary>Contracts: <b>{contracts.Broken.Count}</b> of {contracts.Interactions} recorded interactions break</summary><ul>"
        );
        foreach (var broken in contracts.Broken)
        {
            page.Raw(
                $"<li><b>{HtmlPage.Encode(broken.Description)}</b> ({HtmlPage.Encode(broken.Consumer)}): {HtmlPage.Encode(string.Join("; ", broken.Problems.Select(problem => $"{problem.Place}: {problem.Message}")))}</li>"
            );
        }

        page.Raw("</ul></details>");
    }

    private static void AddClient(HtmlPage page, DiffResult result)
    {
        if (result.ClientReason is { } reason)
        {
            page.Text("p", $"The client was not compared: {reason}", "notice");
        }

        if (result.Client is not { } client)
        {
            return;
        }

        page.Raw(
            $"<details class=\"client\"><summary>The generated client: <b>{client.SemVer}</b> ({client.Removed.Count} removed, {client.Changed.Count} changed, {client.Added.Count} added)</summary><ul>"
        );
        foreach (var (sign, members) in new[] { ("−", client.Removed), ("~", client.Changed), ("+", client.Added) })
        {
            foreach (var member in members)
            {
                page.Raw($"<li><code>{sign} {HtmlPage.Encode(member)}</code></li>");
            }
        }

        page.Raw("</ul></details>");
    }
}

/// <summary>A page with our style and nothing from elsewhere.</summary>
internal sealed class HtmlPage
{
    private readonly StringBuilder _text = new();

    public HtmlPage(string title) =>
        _text.Append(
            $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
            <title>{Encode(title)}</title><style>{Resource("report.css")}</style></head><body><h1>{Encode(title)}</h1>

            """
        );

    public static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Reads one of the files that are built into this library.</summary>
    public static string Resource(string name)
    {
        using var stream =
            typeof(HtmlPage).Assembly.GetManifestResourceStream($"Pinterest.OpenApi.Spec.Reports.{name}")
            ?? throw new InvalidOperationException($"{name} is not built in.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public void Raw(string html) => _text.Append(html).Append('\n');

    public void Text(string element, string text, string? style = null) =>
        Raw($"<{element}{(style is null ? "" : $" class=\"{style}\"")}>{Encode(text)}</{element}>");

    public string Finish() => _text.Append("</body></html>").ToString();
}
