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
