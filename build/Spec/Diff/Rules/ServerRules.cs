using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rules about servers.</summary>
internal static class ServerRules
{
    public static readonly PairRule<DiffServer> ServerRemoved = new("server-removed")
    {
        Area = "server",
        Message = "The server {1} is no longer named.",
        InRequest = PotentiallyBreaking,
        Why = "Calls to it may fail.",
        Remedy = "Call another server.",
        Example = "a server goes",
        Find = servers => PairChanges.OfRemoved(servers, removed => Change.Removed(removed.Node, removed.Address)),
    };

    public static readonly PairRule<DiffServer> ServerAdded = new("server-added")
    {
        Area = "server",
        Message = "The server {2} was added.",
        InRequest = Compatible,
        Why = RuleTexts.Harmless,
        Remedy = "Nothing.",
        Example = "a server comes",
        Find = servers => PairChanges.OfAdded(servers, added => Change.Added(added.Node, added.Address)),
    };

    public static readonly PairRule<DiffServer> ServerVariablesChanged = new("server-variables-changed")
    {
        Area = "server",
        Message = "The variables of a server changed from {1} to {2}.",
        InRequest = PotentiallyBreaking,
        Why = "The address that callers make of it may be another.",
        Remedy = "Check the address that you call.",
        Example = "variables.region.default changes",
        Find = servers => PairChanges.OfBoth(servers, FindVariables),
    };

    private static IEnumerable<Change> FindVariables(Sides<DiffServer> servers)
    {
        var variables = servers.Select(server => server.Node["variables"]);
        return JToken.DeepEquals(variables.Base, variables.Revision)
            ? []
            :
            [
                new(
                    variables.Base,
                    variables.Revision,
                    variables.Base?.ToString(Formatting.None),
                    variables.Revision?.ToString(Formatting.None)
                )
                {
                    NearestInBase = servers.Base.Node,
                    NearestInRevision = servers.Revision.Node,
                },
            ];
    }
}
