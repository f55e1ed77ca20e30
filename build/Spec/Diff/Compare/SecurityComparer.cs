using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Compares how two operations authenticate callers.</summary>
internal sealed class SecurityComparer(Sides<JObject> roots)
{
    private readonly IReadOnlyDictionary<string, string> _renamed = SecuritySchemes.Renamed(roots);

    // Most operations have the list of the document.
    private readonly Sides<Dictionary<JToken, SecurityWays>> _known = new(ByReference(), ByReference());

    /// <summary>Compares what operations require.</summary>
    public void Compare(Comparison comparison, Sides<DiffOperation> operations)
    {
        var (baseOperation, revisionOperation) = operations;
        comparison.Judge(
            Of(baseOperation, WaysOf(_known.Base, baseOperation.Security, _renamed)),
            Of(revisionOperation, WaysOf(_known.Revision, revisionOperation.Security)),
            Direction.None
        );
    }

    private static DiffSecurity Of(DiffOperation operation, SecurityWays ways) =>
        new(operation.Security, operation.Node, ways);

    private static SecurityWays WaysOf(
        Dictionary<JToken, SecurityWays> known,
        JToken? security,
        IReadOnlyDictionary<string, string>? renamed = null
    )
    {
        if (security is null)
        {
            return SecurityWays.Read(security, renamed);
        }

        if (!known.TryGetValue(security, out var ways))
        {
            known[security] = ways = SecurityWays.Read(security, renamed);
        }

        return ways;
    }

    private static Dictionary<JToken, SecurityWays> ByReference() =>
        new(ReferenceEqualityComparer.Instance as IEqualityComparer<JToken>);
}
