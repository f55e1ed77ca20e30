using System.Security.Cryptography;
using System.Text;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Pages.Markup;
using Pinterest.OpenApi.Mcp.Pages.SignIn;

namespace Pinterest.OpenApi.Mcp.Pages.Sections;

/// <summary>The agents and their rights: a row for each agent, a column for each area.</summary>
/// <param name="parts">What the page shows and changes.</param>
internal sealed class AgentsSection(PageParts parts)
{
    /// <summary>What makes the change, as it stands in the log.</summary>
    public const string Tool = "page agents";

    private const string Anchor = "agents";

    private readonly LoggedGrants _grants = new(parts.Grants, parts.Log);

    /// <summary>Shows the table. A file that cannot be read is told, and then nothing is offered.</summary>
    public Html Show(PageSession session)
    {
        var html = new Html().Add(
            $"""
            <section id="{Anchor}" aria-labelledby="agents-title">
            <h2 id="agents-title">What agents may do</h2>

            """
        );
        try
        {
            Add(html, parts.Grants.ReadOrEmpty(), session);
        }
        catch (GrantFileException error)
        {
            html.Add(
                $"""
                <p class="notice bad" role="alert">No agent may do anything: {error.Message}</p>
                <p class="quiet">Where: <code>{parts.Grants.Place}</code></p>

                """
            );
        }

        return html.Add($"</section>\n");
    }

    /// <summary>Changes the areas of one agent. It is logged first, and works at the agent's next call.</summary>
    public async Task<PageAnswer> ChangeAsync(PageForm form, CancellationToken cancellationToken)
    {
        var agent = form["agent"] ?? "";
        var wanted = Wanted(form);
        if (wanted is null || GrantValues.ProblemOfAgent(agent) is not null)
        {
            return PageAnswer.Refused(
                "The form names no agent, or no right for each area. Nothing was changed.",
                Anchor
            );
        }

        var anchor = AgentRow.AnchorOf(agent);
        try
        {
            var made = await _grants.ChangeAsync(
                agent,
                Tool,
                before => Changed(before, wanted, form["version"]),
                cancellationToken
            );
            var text = string.Join("; ", LoggedGrants.Differences(made, agent));
            var comments = made.Before.HasComments ? " The comments of the file are lost: it was written anew." : "";
            return PageAnswer.Done($"{agent}: {text}.{comments}", anchor);
        }
        catch (GrantConflictException error)
        {
            return PageAnswer.Refused($"{agent}: {error.Message}", anchor);
        }
    }

    /// <summary>Computes what tells one form of a grant from another: a change by somebody else must not be undone.</summary>
    public static string VersionOf(AgentGrant grant)
    {
        var alone = new GrantFile(new Dictionary<string, AgentGrant> { [grant.Agent] = grant });
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(alone.Format())));
    }

    private void Add(Html html, GrantFile grants, PageSession session)
    {
        if (grants.Agents.Count == 0)
        {
            html.Add(
                $"""
                <p class="empty">No agent may do anything. <code>pinterest-mcp agents add NAME</code> adds one.</p>

                """
            );
            return;
        }

        html.Add(
            $"""
            <p class="quiet">What is off is denied. A change works at the next call, and is in the log. Limits and rules are
            changed by <code>pinterest-mcp agents grant</code>.</p>
            <table class="agents" role="table" aria-labelledby="agents-title">
            <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Agent</th>

            """
        );
        foreach (var area in GrantWords.Areas)
        {
            html.Add($"""<th scope="col" role="columnheader">{area}</th>""");
        }

        html.Add($"""<th scope="col" role="columnheader">Change</th></tr></thead>""");
        var now = parts.Time.GetUtcNow();
        foreach (var grant in grants.Agents.Values)
        {
            html.Add($"{AgentRow.Show(grant, session, now)}");
        }

        html.Add($"</table>\n");
    }

    private static Dictionary<Area, AreaAccess>? Wanted(PageForm form)
    {
        var wanted = new Dictionary<Area, AreaAccess>();
        foreach (var area in Enum.GetValues<Area>())
        {
            if (GrantWords.AccessOf(form[GrantWords.Of(area)] ?? "") is not { } access)
            {
                return null;
            }

            wanted.Add(area, access);
        }

        return wanted;
    }

    private static AgentGrant Changed(AgentGrant? before, Dictionary<Area, AreaAccess> wanted, string? version)
    {
        if (before is null || VersionOf(before) != version)
        {
            throw new GrantConflictException(
                "somebody else changed its grant meanwhile. Nothing was changed. Look at it again."
            );
        }

        var areas = before.Areas.ToDictionary();
        foreach (var (area, access) in wanted.Where(pair => before.Areas.GetValueOrDefault(pair.Key) != pair.Value))
        {
            areas[area] = access;
        }

        return GrantText.Differences(before, before with { Areas = areas }).Count > 0
            ? before with
            {
                Areas = areas,
            }
            : throw new GrantConflictException("nothing is different, so nothing was changed.");
    }
}
