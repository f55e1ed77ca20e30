using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Documents;
using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rules about servers.</summary>
internal static class ServerRules
{
    public static readonly PairRule<DiffServer> ServerRemoved = new("server-removed")
    {
        Area = "server",
        Message = "The server {1} was removed.",
        InRequest = PotentiallyBreaking,
        Why = "Calls to it may fail.",
        Remedy = "Call one of the remaining servers.",
        Example = "a server is removed",
        Find = servers => PairChanges.OfRemoved(servers, removed => Change.Removed(removed.Node, removed.Address)),
    };

    public static readonly PairRule<DiffServer> ServerAdded = new("server-added")
    {
        Area = "server",
        Message = "The server {2} was added.",
        InRequest = Compatible,
        Why = "Existing calls are not affected.",
        Remedy = RuleTexts.NoAction,
        Example = "a server is added",
        Find = servers => PairChanges.OfAdded(servers, added => Change.Added(added.Node, added.Address)),
    };

    public static readonly PairRule<DiffServer> ServerVariablesChanged = new("server-variables-changed")
    {
        Area = "server",
        Message = "The variables of a server changed from {1} to {2}.",
        InRequest = PotentiallyBreaking,
        Why = "The address that clients build from the variables may be different.",
        Remedy = "Check the server address that you call.",
        Example = "variables.region.default changes",
        Find = servers => PairChanges.OfBoth(servers, both => FindVariables(both, isWider: false)),
    };

    public static readonly PairRule<DiffServer> ServerVariableValuesAdded = new("server-variable-values-added")
    {
        Area = "server",
        Message = "The variables of a server allow more: {1} became {2}.",
        InRequest = Compatible,
        Why = "The address that callers make of the server is still valid.",
        Remedy = RuleTexts.NoAction,
        Example = "variables.region.enum [eu] becomes [eu, us]",
        Find = servers => PairChanges.OfBoth(servers, both => FindVariables(both, isWider: true)),
    };

    private static IEnumerable<Change> FindVariables(Sides<DiffServer> servers, bool isWider)
    {
        var variables = servers.Select(server => server.Node["variables"] as JObject ?? []);
        var changed = variables
            .Base.Properties()
            .Where(variable => variables.Revision[variable.Name] is JObject)
            .Select(variable => new Sides<JToken>(variable.Value, variables.Revision[variable.Name]!))
            .Where(pair => Facts(pair.Base) != Facts(pair.Revision))
            .ToList();
        if (changed.Count == 0 || changed.TrueForAll(AllowsMore) != isWider)
        {
            return [];
        }

        var written = servers.Select(server => server.Node["variables"]);
        return
        [
            new(
                written.Base,
                written.Revision,
                written.Base?.ToString(Formatting.None),
                written.Revision?.ToString(Formatting.None)
            )
            {
                NearestInBase = servers.Base.Node,
                NearestInRevision = servers.Revision.Node,
            },
        ];
    }

    // The same default, and every value that was allowed. A variable without an enum allows all.
    private static bool AllowsMore(Sides<JToken> variable)
    {
        var values = variable.Select(ValuesOf);
        return JToken.DeepEquals(variable.Base.Member("default"), variable.Revision.Member("default"))
            && (values.Revision is null || (values.Base is not null && values.Base.IsSubsetOf(values.Revision)));
    }

    private static string Facts(JToken variable)
    {
        var values = ValuesOf(variable) is { } listed ? string.Join('\n', listed.Order(StringComparer.Ordinal)) : null;
        return $"{variable.Member("default")}\n{values}";
    }

    private static HashSet<string>? ValuesOf(JToken variable) =>
        (variable.Member("enum") as JArray)?.Select(value => value.ToString()).ToHashSet(StringComparer.Ordinal);
}
