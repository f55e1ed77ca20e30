using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>
/// The pairs of schemas that still have to be compared. A pair that was met before has its comparison already, so
/// circular schemas end, and a schema that many operations use is compared once.
/// </summary>
internal sealed class SchemaPairQueue
{
    // A description whose references are all switched would otherwise be compared once for each reference.
    private const int MaxSwitchedReferences = 20_000;

    private readonly Dictionary<SchemaPair, Comparison> _known = [];
    private readonly Stack<(SchemaPair Pair, Comparison Comparison)> _pending = new();
    private readonly Dictionary<JToken, Dictionary<JToken, SwitchedReference>> _switched = new(
        ReferenceEqualityComparer.Instance as IEqualityComparer<JToken>
    );
    private int _switchedCount;

    /// <summary>Gives the comparison of a pair; its changes are filled in when the pair leaves the queue.</summary>
    /// <param name="pair">The schemas.</param>
    /// <param name="written">Where they are written, as references or inline.</param>
    public Comparison Enqueue(SchemaPair pair, Sides<JToken> written)
    {
        var switched = HaveSamePlace(pair.Schemas) ? null : pair.SwitchedReference ?? SwitchedAt(written);
        if (switched != pair.SwitchedReference)
        {
            pair = pair with { SwitchedReference = switched };
        }

        if (_known.TryGetValue(pair, out var comparison))
        {
            return comparison;
        }

        comparison = new Comparison { SwitchedReference = pair.SwitchedReference };
        _known[pair] = comparison;
        _pending.Push((pair, comparison));
        return comparison;
    }

    /// <summary>Takes a pair that has to be compared; false when none is left.</summary>
    public bool TryDequeue([NotNullWhen(true)] out SchemaPair? pair, [NotNullWhen(true)] out Comparison? comparison)
    {
        var isFound = _pending.TryPop(out var next);
        pair = next.Pair;
        comparison = next.Comparison;
        return isFound;
    }

    // The parts of a merged schema may change their order, so one part that both sides have at the same place is
    // enough. Example: allOf [A, B] becomes allOf [B, A].
    private static bool HaveSamePlace(Sides<EffectiveSchema> schemas)
    {
        var (baseSchema, revisionSchema) = schemas;
        return TokenPlaces.HaveSamePointer(baseSchema.Node, revisionSchema.Node)
            || (
                schemas.Any(schema => schema.Parts.Count > 1)
                && baseSchema.Parts.Any(part =>
                    revisionSchema.Parts.Any(other => TokenPlaces.HaveSamePointer(part, other))
                )
            );
    }

    private SwitchedReference? SwitchedAt(Sides<JToken> written)
    {
        if (!_switched.TryGetValue(written.Base, out var others))
        {
            others = new(ReferenceEqualityComparer.Instance as IEqualityComparer<JToken>);
            _switched[written.Base] = others;
        }

        if (others.TryGetValue(written.Revision, out var known))
        {
            return known;
        }

        if (_switchedCount++ >= MaxSwitchedReferences)
        {
            return null;
        }

        var switched = new SwitchedReference(written.Base, written.Revision);
        others[written.Revision] = switched;
        return switched;
    }
}
