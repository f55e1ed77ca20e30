using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Pages.Markup;

namespace Pinterest.OpenApi.Mcp.Pages.Sections;

/// <summary>The entries of the log, a sentence each.</summary>
internal static class LogTable
{
    /// <summary>Shows entries.</summary>
    /// <param name="entries">One more than is shown, where there are older ones.</param>
    /// <param name="query">What was looked for.</param>
    public static Html Show(IReadOnlyList<AuditEntry> entries, LogQuery query)
    {
        if (entries.Count == 0)
        {
            return new Html().Add($"""<p class="empty">No entry.</p>""");
        }

        var html = new Html().Add(
            $"""
            <table class="log" role="table" aria-label="Entries, the newest first">
            <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Time (UTC)</th>
            <th scope="col" role="columnheader">Agent</th><th scope="col" role="columnheader">Decision</th>
            <th scope="col" role="columnheader">What happened</th></tr></thead>
            <tbody role="rowgroup">

            """
        );
        foreach (var entry in entries.Take(LogQuery.PageSize))
        {
            html.Add(
                $"""
                <tr role="row"><td role="cell">{PageLayout.Time(entry.At)}</td><td role="cell">{entry.Agent}</td>
                <td role="cell"><span class="mark {Kind(entry)}">{Word(
                    entry
                )}</span></td><td role="cell">{entry.Sentence}</td></tr>

                """
            );
        }

        html.Add($"</tbody></table>\n");
        if (entries.Count > LogQuery.PageSize)
        {
            var older = query.Older(entries[LogQuery.PageSize - 1].Number);
            html.Add($"""<p><a href="{older}" rel="next">Older entries</a></p>""");
        }

        return html;
    }

    private static string Kind(AuditEntry entry) =>
        entry.Decision is { } decision && AuditWords.Decisions.Contains(decision) ? decision : "none";

    private static string Word(AuditEntry entry)
    {
        if (entry.Stage == AuditStage.Change)
        {
            return "change";
        }

        return entry.Outcome switch
        {
            AuditOutcome.Waiting => "ask, waits",
            AuditOutcome.DryRun => "rehearsed",
            AuditOutcome.Failed => $"{entry.Decision}, failed",
            AuditOutcome.Unknown => "unknown: look",
            AuditOutcome.Done when entry.Decision == "ask" => "approved",
            _ => entry.Decision ?? "unknown: look",
        };
    }
}
