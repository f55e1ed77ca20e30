using System.Globalization;
using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Pages.Markup;
using Pinterest.OpenApi.Mcp.Pages.SignIn;

namespace Pinterest.OpenApi.Mcp.Pages.Sections;

/// <summary>The log: search, a chart by day, the sentences, and the check of the whole log.</summary>
/// <param name="parts">What the page shows and changes.</param>
internal sealed class LogSection(PageParts parts)
{
    private const string Anchor = "log";
    private const string Any = "any";

    /// <summary>Shows the part of the log that the address asks for.</summary>
    public async Task<Html> ShowAsync(PageSession session, IQueryCollection query, CancellationToken cancellationToken)
    {
        var wanted = LogQuery.Read(query);
        var html = new Html().Add(
            $"""
            <section id="{Anchor}" aria-labelledby="log-title">
            <h2 id="log-title">What agents did</h2>
            {Search(wanted)}

            """
        );
        try
        {
            var today = DateOnly.FromDateTime(parts.Time.GetUtcNow().UtcDateTime);
            var days = await parts.Log.CountByDayAsync(wanted.Chart(today), cancellationToken);
            var entries = await parts.Log.QueryAsync(wanted.Filter, cancellationToken);
            html.Add($"{DayChart.Show(days, today)}{LogTable.Show(entries, wanted)}");
        }
        catch (AuditStoreException error)
        {
            html.Add($"""<p class="notice bad" role="alert">{error.Message}</p>""");
        }

        return html.Add(
            $"""
            <form method="post" action="{PageRoutes.Verify}" class="verify">{PageLayout.Token(session)}
            <button>Check the whole log</button>
            <span class="quiet">Finds an entry that was changed, removed or swapped.</span></form>
            </section>
            """
        );
    }

    /// <summary>Checks the whole log.</summary>
    public async Task<PageAnswer> VerifyAsync(PageForm form, CancellationToken cancellationToken)
    {
        var found = await parts.Log.VerifyAsync(cancellationToken);
        return found.IsWhole
            ? PageAnswer.Done($"The log is whole: {found.Message}", Anchor)
            : PageAnswer.Refused(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The log is broken: {found.Message} Whole up to entry {found.Last.Number}, which has the hash "
                        + $"{found.Last.Hash}."
                ),
                Anchor
            );
    }

    private Html Search(LogQuery wanted) =>
        new Html().Add(
            $"""
            <form method="get" action="#{Anchor}" class="search" role="search">
            <label>Text <input type="search" name="text" value="{wanted.Text}" maxlength="200"></label>
            <label>Agent {Select("agent", Agents(wanted.Agent), wanted.Agent)}</label>
            <label>Area {Select("area", GrantWords.Areas, wanted.Area)}</label>
            <label>Decision {Select("decision", AuditWords.Decisions, wanted.Decision)}</label>
            <label>From <input type="date" name="from" value="{LogQuery.Of(wanted.From)}"></label>
            <label>To <input type="date" name="to" value="{LogQuery.Of(wanted.To)}"></label>
            <button>Search</button> <a href="./#{Anchor}">All</a>
            </form>
            """
        );

    private static Html Select(string name, IEnumerable<string> values, string? chosen)
    {
        var html = new Html().Add($"""<select name="{name}"><option value="">{Any}</option>""");
        foreach (var value in values)
        {
            html.Add($"""<option value="{value}" {(value == chosen ? "selected" : "")}>{value}</option>""");
        }

        return html.Add($"</select>");
    }

    // An agent whose grant was revoked may still be looked for.
    private SortedSet<string> Agents(string? chosen)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        if (chosen is not null)
        {
            names.Add(chosen);
        }

        try
        {
            names.UnionWith(parts.Grants.ReadOrEmpty().Agents.Keys);
        }
        catch (GrantFileException)
        {
            // The part about the agents says so.
        }

        return names;
    }
}
