using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Compares the OAuth flows of two security schemes, and the scopes of flows that both have.</summary>
internal static class FlowComparer
{
    public static void Compare(Comparison comparison, Sides<JObject> schemes)
    {
        var flows = schemes.Select(scheme => scheme["flows"] as JObject ?? []);
        AddAdded(comparison, SecurityRules.FlowAdded, flows, schemes.Base);
        foreach (var flow in flows.Base.Properties())
        {
            if (flows.Revision[flow.Name] is not { } partner)
            {
                comparison.Add(
                    SecurityRules.FlowRemoved,
                    Direction.None,
                    Change.Removed(flow.Value, flow.Name) with
                    {
                        NearestInRevision = schemes.Revision,
                    }
                );
            }
            else if (
                flow.Value.Member("scopes") is JObject baseScopes
                && partner.Member("scopes") is JObject revisionScopes
            )
            {
                CompareScopes(comparison, new(baseScopes, revisionScopes));
            }
        }
    }

    private static void CompareScopes(Comparison comparison, Sides<JObject> scopes)
    {
        foreach (var scope in scopes.Base.Properties().Where(scope => scopes.Revision[scope.Name] is null))
        {
            comparison.Add(
                SecurityRules.ScopeRemoved,
                Direction.None,
                Change.Removed(scope.Value, scope.Name) with
                {
                    NearestInRevision = scopes.Revision,
                }
            );
        }

        AddAdded(comparison, SecurityRules.ScopeAdded, scopes, scopes.Base);
    }

    private static void AddAdded(Comparison comparison, DiffRule rule, Sides<JObject> members, JObject nearestInBase)
    {
        foreach (var member in members.Revision.Properties().Where(member => members.Base[member.Name] is null))
        {
            comparison.Add(
                rule,
                Direction.None,
                Change.Added(member.Value, member.Name) with
                {
                    NearestInBase = nearestInBase,
                }
            );
        }
    }
}
