using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Pages.Markup;
using Pinterest.OpenApi.Mcp.Pages.SignIn;

namespace Pinterest.OpenApi.Mcp.Pages.Sections;

/// <summary>One agent of the table.</summary>
internal static class AgentRow
{
    private static readonly string[] InTheRow = ["account", "ends", "areas"];

    /// <summary>Gives where an agent stands on the page.</summary>
    public static string AnchorOf(string agent) => $"agent-{agent}";

    /// <summary>Shows an agent.</summary>
    /// <param name="grant">Its grant.</param>
    /// <param name="session">The session, whose forms have its token.</param>
    /// <param name="now">What the clock of the server says.</param>
    public static Html Show(AgentGrant grant, PageSession session, DateTimeOffset now)
    {
        var anchor = AnchorOf(grant.Agent);
        var facts = GrantText.Facts(grant);
        var html = new Html().Add(
            $"""
            <tbody role="rowgroup" id="{anchor}">
            <tr role="row"><th scope="row" role="rowheader"><b>{grant.Agent}</b>
            <span class="quiet">account {grant.Account}</span><span class="quiet">{Ends(grant, now)}</span></th>

            """
        );
        foreach (var area in Enum.GetValues<Area>())
        {
            html.Add($"{Choice(grant, area, anchor)}");
        }

        return html.Add(
            $"""
            <td role="cell"><form id="form-{anchor}" method="post" action="{PageRoutes.Agents}">{PageLayout.Token(
                session
            )}
            <input type="hidden" name="agent" value="{grant.Agent}">
            <input type="hidden" name="version" value="{AgentsSection.VersionOf(grant)}">
            <button aria-label="Save {grant.Agent}">Save</button></form></td></tr>
            <tr role="row" class="more"><td role="cell" colspan="10"><details>
            <summary>Limits and rules of {grant.Agent}</summary>
            {PageLayout.Facts(facts.Where(fact => !InTheRow.Contains(fact.Key)))}
            </details></td></tr>
            </tbody>

            """
        );
    }

    private static string Ends(AgentGrant grant, DateTimeOffset now)
    {
        var text = GrantText.Facts(grant).First(fact => fact.Key == "ends").Value;
        return grant.Ends <= now ? $"ended {text}" : $"ends {text}";
    }

    private static Html Choice(AgentGrant grant, Area area, string anchor)
    {
        var word = GrantWords.Of(area);
        var html = new Html().Add(
            $"""
            <td role="cell"><span class="area" aria-hidden="true">{word}</span>
            <span class="choice" role="radiogroup" aria-label="{word} of {grant.Agent}">
            """
        );
        foreach (var access in Enum.GetValues<AreaAccess>())
        {
            var right = GrantWords.Of(access);
            var chosen = grant.Areas.GetValueOrDefault(area) == access ? "checked" : "";
            html.Add(
                $"""
                <label class="{right}"><input type="radio" form="form-{anchor}"
                 name="{word}" value="{right}" {chosen}><span>{right}</span></label>
                """
            );
        }

        return html.Add($"</span></td>\n");
    }
}
