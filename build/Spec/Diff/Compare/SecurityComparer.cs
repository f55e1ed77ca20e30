using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Compares how two operations authenticate callers.</summary>
internal sealed class SecurityComparer(Sides<JObject> roots)
{
    private readonly IReadOnlyDictionary<string, string> _renamed = SecuritySchemes.Renamed(roots);

    /// <summary>Compares what operations require.</summary>
    public void Compare(Comparison comparison, Sides<DiffOperation> operations)
    {
        var (baseOperation, revisionOperation) = operations;
        comparison.Judge(
            Of(baseOperation, SecurityRequirement.ReadAll(baseOperation.Security, _renamed)),
            Of(revisionOperation, SecurityRequirement.ReadAll(revisionOperation.Security)),
            Direction.None
        );
    }

    private static DiffSecurity Of(DiffOperation operation, List<SecurityRequirement> ways) =>
        new(operation.Security, operation.Node, ways);
}
