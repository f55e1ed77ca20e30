using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Pairs the security schemes of two descriptions, with their flows and scopes.</summary>
internal static class SecuritySchemeComparer
{
    /// <summary>Compares the schemes of two descriptions.</summary>
    /// <param name="comparison">Gets the findings.</param>
    /// <param name="roots">Both descriptions.</param>
    /// <param name="isReported">Tells whether a scheme of the base was reported for the operations that require it.</param>
    public static void Compare(Comparison comparison, Sides<JObject> roots, Func<JObject, bool> isReported)
    {
        var schemes = roots.Select(SecuritySchemes.Of);
        var renamed = SecuritySchemes.Renamed(roots);
        foreach (var scheme in schemes.Base.Values.Where(scheme => !isReported(scheme.Node)))
        {
            var name = renamed.GetValueOrDefault(scheme.Name) ?? scheme.Name;
            var partner = schemes.Revision.GetValueOrDefault(name);
            comparison.Judge(scheme, partner, Direction.None);
            if (partner is not null)
            {
                CompareFlows(comparison, new(scheme, partner));
            }
        }

        foreach (var scheme in schemes.Revision.Values)
        {
            if (!schemes.Base.ContainsKey(scheme.Name) && !renamed.Values.Contains(scheme.Name))
            {
                comparison.Judge(null, scheme, Direction.None);
            }
        }
    }

    private static void CompareFlows(Comparison comparison, Sides<DiffSecurityScheme> schemes)
    {
        var nodes = schemes.Select(scheme => (JToken?)scheme.Node);
        var flows = schemes.Select(scheme => scheme.Flows);
        foreach (var (baseFlow, revisionFlow) in Paired(flows))
        {
            comparison.Judge(Flow(baseFlow), Flow(revisionFlow), Direction.None, nodes);
            if (
                baseFlow?.Value.Member("scopes") is JObject baseScopes
                && revisionFlow?.Value.Member("scopes") is JObject revisionScopes
            )
            {
                CompareScopes(comparison, new(baseScopes, revisionScopes));
            }
        }
    }

    private static void CompareScopes(Comparison comparison, Sides<JObject> scopes)
    {
        var nodes = scopes.Select(side => (JToken?)side);
        foreach (var (baseScope, revisionScope) in Paired(scopes))
        {
            comparison.Judge(Scope(baseScope), Scope(revisionScope), Direction.None, nodes);
        }
    }

    // Pairs members by their names: those of the base, then those that only the revision has.
    private static IEnumerable<Sides<JProperty?>> Paired(Sides<JObject> members) =>
        members
            .Base.Properties()
            .Select(member => new Sides<JProperty?>(
                member,
                members.Revision.Property(member.Name, StringComparison.Ordinal)
            ))
            .Concat(
                members
                    .Revision.Properties()
                    .Where(member => members.Base[member.Name] is null)
                    .Select(member => new Sides<JProperty?>(null, member))
            );

    private static DiffFlow? Flow(JProperty? flow) => flow is null ? null : new(flow.Name, flow.Value);

    private static DiffScope? Scope(JProperty? scope) => scope is null ? null : new(scope.Name, scope.Value);
}
