using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Compares how two operations authenticate callers.</summary>
internal sealed class SecurityComparer(Sides<JObject> roots)
{
    private readonly IReadOnlyDictionary<string, string> _renamed = SecuritySchemes.Renamed(roots);
    private readonly Dictionary<string, (DiffRule Rule, Change Change)> _lost = Lost(
        roots.Select(SecuritySchemes.Of),
        SecuritySchemes.Renamed(roots)
    );

    // Most operations have the list of the document.
    private readonly Sides<Dictionary<JToken, SecurityWays>> _known = new(ByReference(), ByReference());

    /// <summary>Compares what operations require.</summary>
    public void Compare(Comparison comparison, Sides<DiffOperation> operations)
    {
        var (baseOperation, revisionOperation) = operations;
        var ways = new Sides<SecurityWays>(
            WaysOf(_known.Base, baseOperation.Security, _renamed),
            WaysOf(_known.Revision, revisionOperation.Security)
        );
        comparison.Judge(Of(baseOperation, ways.Base), Of(revisionOperation, ways.Revision), Direction.None);
        if (_lost.Count == 0)
        {
            return;
        }

        foreach (var name in ways.Base.UnmetBecauseOf(ways.Revision, _lost.Keys.ToHashSet(StringComparer.Ordinal)))
        {
            comparison.Add(_lost[name].Rule, Direction.None, _lost[name].Change);
        }
    }

    // The schemes whose old credentials are no longer accepted, by their name in the revision: they are sent in another
    // way, or the scheme does not exist any more.
    private static Dictionary<string, (DiffRule Rule, Change Change)> Lost(
        Sides<IReadOnlyDictionary<string, DiffSecurityScheme>> schemes,
        IReadOnlyDictionary<string, string> renamed
    )
    {
        var lost = new Dictionary<string, (DiffRule Rule, Change Change)>(StringComparer.Ordinal);
        foreach (var scheme in schemes.Base.Values.Where(scheme => !renamed.ContainsKey(scheme.Name)))
        {
            if (schemes.Revision.GetValueOrDefault(scheme.Name) is not { } partner)
            {
                lost[scheme.Name] = (SecurityRules.RequiredSchemeRemoved, Change.Removed(scheme.Node, scheme.Name));
            }
            else if (SecurityTransport.AreDifferent(scheme.Transport, partner.Transport))
            {
                lost[scheme.Name] = (SecurityRules.RequiredSchemeChanged, SchemeFacts.OfWhole(new(scheme, partner)));
            }
        }

        return lost;
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
