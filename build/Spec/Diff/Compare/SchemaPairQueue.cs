using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>
/// The pairs of schemas that still have to be compared. A pair that was met before has its comparison already, so
/// circular schemas end, and a schema that many operations use is compared once.
/// </summary>
/// <param name="maxPairs">The most pairs that are compared.</param>
internal sealed class SchemaPairQueue(int maxPairs = SchemaPairQueue.MaxPairs)
{
    /// <summary>
    /// The most pairs that a run compares. Two circles of schemas whose lengths have no common divisor give a pair for
    /// each schema with each of the other side. The stored releases give fewer than 5,000.
    /// </summary>
    public const int MaxPairs = 100_000;

    // A description whose references are all switched would otherwise be compared once for each reference.
    private const int MaxSwitchedReferences = 20_000;

    private readonly Dictionary<SchemaPair, Comparison> _known = [];
    private readonly Stack<(SchemaPair Pair, Comparison Comparison)> _pending = new();
    private readonly Dictionary<JToken, Dictionary<JToken, SwitchedReference>> _switched = new(
        ReferenceEqualityComparer.Instance as IEqualityComparer<JToken>
    );
    private readonly Dictionary<JToken, WaysBehind> _ways = new(
        ReferenceEqualityComparer.Instance as IEqualityComparer<JToken>
    );
    private int _switchedCount;

    /// <summary>Gets how many pairs there were.</summary>
    public int Count => _known.Count;

    /// <summary>Gives the comparison of a pair; its changes are filled in when the pair leaves the queue.</summary>
    /// <param name="pair">The schemas.</param>
    /// <param name="written">Where they are written, as references or inline.</param>
    /// <exception cref="SpecException">There are more pairs than any honest descriptions have.</exception>
    public Comparison Enqueue(SchemaPair pair, Sides<JToken> written)
    {
        var switched = HaveSamePlace(pair.Schemas) ? null : SwitchedAt(pair.SwitchedReference, written);
        switched?.NoteWay(written, pair.Schemas);
        if (switched != pair.SwitchedReference)
        {
            pair = pair with { SwitchedReference = switched };
        }

        if (IsWrappedOnOneSide(pair.Schemas))
        {
            pair = pair with { Uses = UsesAt(written) };
        }

        if (_known.TryGetValue(pair, out var comparison))
        {
            return comparison;
        }

        if (_known.Count == maxPairs)
        {
            throw new SpecException(
                JsonPointer.Place("revision", written.Revision),
                $"From here on there are more than {maxPairs} pairs of schemas to compare.",
                DescriptionChecks.Correct
            );
        }

        comparison = new Comparison { SwitchedReference = pair.SwitchedReference };
        _known[pair] = comparison;
        _pending.Push((pair, comparison));
        return comparison;
    }

    /// <summary>Gives the comparison of two variants of unions, or of a variant and the one schema.</summary>
    /// <param name="pair">The schemas that have the unions.</param>
    /// <param name="variants">The variants.</param>
    public Comparison EnqueueVariants(SchemaPair pair, Sides<SchemaChoice> variants)
    {
        var variantPair = pair.LeadingTo(variants.Base.Schema, variants.Revision.Schema) with
        {
            Ignored = IgnoredRules.Nullability,
            UnionOwners = pair.Schemas.Select(OwnerOf),
            Variants = variants.Select(variant => variant.Tags.Count > 0 ? variant : null),
        };
        return Enqueue(variantPair, variants.Select(variant => variant.Node));
    }

    /// <summary>Takes a pair that has to be compared; false when none is left.</summary>
    public bool TryDequeue([NotNullWhen(true)] out SchemaPair? pair, [NotNullWhen(true)] out Comparison? comparison)
    {
        var isFound = _pending.TryPop(out var next);
        pair = next.Pair;
        comparison = next.Comparison;
        return isFound;
    }

    // Gives the schema if it has members beside its union. Example: {properties: {id}, oneOf: [...]}.
    private static EffectiveSchema? OwnerOf(EffectiveSchema schema) =>
        schema.Union is not null && schema.Properties.Count + schema.Required.Count > 0 ? schema : null;

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

    // Both sides lead to the same component, and one of them by way of a schema of its own.
    private static bool IsWrappedOnOneSide(Sides<EffectiveSchema> schemas)
    {
        var (baseSchema, revisionSchema) = schemas;
        return baseSchema.Parts.Count != revisionSchema.Parts.Count
            && !TokenPlaces.HaveSamePointer(baseSchema.Node, revisionSchema.Node)
            && (
                revisionSchema.Parts.Any(part => TokenPlaces.HaveSamePointer(part, baseSchema.Node))
                || baseSchema.Parts.Any(part => TokenPlaces.HaveSamePointer(part, revisionSchema.Node))
            );
    }

    // References that both sides have are followed to where the two begin to differ.
    private static Sides<JToken?> UsesAt(Sides<JToken> written)
    {
        var (baseUse, revisionUse) = written;
        for (var hop = 0; hop < DescriptionReader.MaxDepth && JToken.DeepEquals(baseUse, revisionUse); hop++)
        {
            if (
                References.Target(baseUse) is not { } target
                || !target.StartsWith('#')
                || JsonPointer.Find((JObject)baseUse.Root, target) is not { } baseNext
                || JsonPointer.Find((JObject)revisionUse.Root, target) is not { } revisionNext
            )
            {
                break;
            }

            baseUse = baseNext;
            revisionUse = revisionNext;
        }

        return new(baseUse, revisionUse);
    }

    // The reference that leads from a changed place to a component that did not change is the place of what differs
    // behind it. A component that the other side does not have, and an inline schema, are changed places themselves.
    // Example: response 200 is $ref List1 and becomes $ref List2, a new component with items: {$ref: Pin}. Its items
    // are the place.
    private SwitchedReference? SwitchedAt(SwitchedReference? outer, Sides<JToken> written)
    {
        if (outer is null)
        {
            return SwitchedAt(written);
        }

        var (baseRoot, revisionRoot) = written.Select(place => place.Root);
        var inner = new Sides<JToken>(
            IsUnchanged(written.Base, outer.Base, revisionRoot) ? outer.Base : written.Base,
            IsUnchanged(written.Revision, outer.Revision, baseRoot) ? outer.Revision : written.Revision
        );
        var isSame = ReferenceEquals(inner.Base, outer.Base) && ReferenceEquals(inner.Revision, outer.Revision);
        return isSame ? outer : SwitchedAt(inner) ?? outer;
    }

    // A component that both sides have, unless the changed place itself holds the place. Example: Pin.tags is an array
    // and becomes another, so Pin.tags[] is a changed place.
    private static bool IsUnchanged(JToken place, JToken outer, JToken otherRoot) =>
        TokenPlaces.ComponentOf(place) is { } component
        && otherRoot["components"].Member("schemas").Member(component) is not null
        && !TokenPlaces.Holds(outer, place);

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

        var switched = new SwitchedReference(written.Select(WaysFrom));
        others[written.Revision] = switched;
        return switched;
    }

    private WaysBehind WaysFrom(JToken reference)
    {
        if (!_ways.TryGetValue(reference, out var ways))
        {
            _ways[reference] = ways = new WaysBehind(reference);
        }

        return ways;
    }
}
