using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Compares how two operations authenticate callers.</summary>
internal sealed class SecurityComparer(Sides<JObject> roots)
{
    private readonly IReadOnlyDictionary<string, string> _renamed = SecuritySchemes.Renamed(roots);

    /// <summary>
    /// Compares what operations require. Every way of the base has to meet one of the revision, or callers are
    /// rejected. Example: oauth2 (pins:read) becomes oauth2 (pins:read, boards:read): tightened.
    /// </summary>
    public void Compare(Comparison comparison, Sides<DiffOperation> operations)
    {
        var baseWays = SecurityRequirement.ReadAll(operations.Base.Security, _renamed);
        var revisionWays = SecurityRequirement.ReadAll(operations.Revision.Security);
        var lost = baseWays.Where(way => !revisionWays.Exists(way.Meets)).ToList();
        var gained = revisionWays.Where(way => !baseWays.Exists(way.Meets)).ToList();
        if (lost.Count > 0)
        {
            Add(comparison, SecurityRules.SecurityTightened, operations, new(lost, revisionWays));
        }
        else if (gained.Count > 0)
        {
            Add(comparison, SecurityRules.SecurityRelaxed, operations, new(baseWays, gained));
        }
    }

    private static void Add(
        Comparison comparison,
        DiffRule rule,
        Sides<DiffOperation> operations,
        Sides<List<SecurityRequirement>> ways
    )
    {
        var texts = ways.Select(SecurityRequirement.Say);
        comparison.Add(
            rule,
            Direction.None,
            new Change(operations.Base.Security, operations.Revision.Security, texts.Base, texts.Revision)
            {
                NearestInBase = operations.Base.Node,
                NearestInRevision = operations.Revision.Node,
            }
        );
    }
}
