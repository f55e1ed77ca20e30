using System.Globalization;

namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>Says in words what a grant allows, and what a change made different.</summary>
public static class GrantText
{
    /// <summary>Gives the facts of a grant, each with its name, in the order in which they are read.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Facts(AgentGrant grant)
    {
        ArgumentNullException.ThrowIfNull(grant);
        var limits = grant.Limits;
        var areas = grant
            .Areas.Where(pair => pair.Value != AreaAccess.Off)
            .OrderBy(pair => pair.Key)
            .Select(pair => $"{GrantWords.Of(pair.Key)} {GrantWords.Of(pair.Value)}");
        return
        [
            new("account", grant.Account),
            new(
                "ends",
                grant.Ends is { } ends ? ends.UtcDateTime.ToString("u", CultureInfo.InvariantCulture) : "never"
            ),
            new("areas", Listed(areas, "none")),
            new("allow", Listed(grant.Allow, "nothing more")),
            new("deny", Listed(grant.Deny, "nothing")),
            new("ask", Listed((grant.Ask ?? [AskRules.Default]).Select(AskText), "nothing")),
            new("confirmed by", grant.ConfirmBy == ConfirmBy.Client ? "a person, or the agent's client" : "a person"),
            new("secret boards", grant.Secret ? "yes" : "no"),
            new("boards", limits.Boards is { } boards ? Listed(boards, "none") : "all"),
            new("links to", limits.LinkHosts is { } hosts ? Listed(hosts, "none") : "all hosts"),
            new("files of", limits.Folder ?? "no folder"),
            new("creations", limits.CreationsPerDay is { } most ? $"{most} in 24 hours" : "no limit"),
            new("money", limits.Money > 0 ? "yes" : "none"),
        ];
    }

    /// <summary>Says what is different, fact by fact, for example <c>areas: pins full (was none)</c>.</summary>
    /// <param name="before">The grant of before, or null when there was none.</param>
    /// <param name="after">The grant of now, or null when there is none.</param>
    public static IReadOnlyList<string> Differences(AgentGrant? before, AgentGrant? after)
    {
        if (after is null)
        {
            return before is null ? [] : ["everything revoked"];
        }

        var old = before is null ? [] : Facts(before);
        return
        [
            .. Facts(after)
                .Where((fact, index) => index >= old.Count || old[index].Value != fact.Value)
                .Select(
                    (fact, _) => Difference(fact, before is null ? null : old.First(one => one.Key == fact.Key).Value)
                ),
        ];
    }

    private static string AskText(string rule) => rule == AskRules.Default ? AskRules.DefaultText : rule;

    private static string Difference(KeyValuePair<string, string> fact, string? before) =>
        before is null ? $"{fact.Key}: {fact.Value}" : $"{fact.Key}: {fact.Value} (was {before})";

    private static string Listed(IEnumerable<string> values, string none)
    {
        var text = string.Join(", ", values);
        return text.Length == 0 ? none : text;
    }
}
