using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Compare;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>
/// Makes findings of comparisons: the same change of the same place is one finding, however many operations lead to it.
/// Example: an enum value removed from Country, which 40 operations use, is one finding with 40 operations.
/// </summary>
internal sealed class FindingCollector(Sides<JObject> roots)
{
    private readonly Dictionary<JToken, string> _pointers = new(
        ReferenceEqualityComparer.Instance as IEqualityComparer<JToken>
    );
    private readonly Dictionary<FindingKey, FindingDraft> _drafts = [];

    /// <summary>Gives the findings, in the order of reports.</summary>
    public IReadOnlyList<Finding> Collect(
        IReadOnlyList<OperationComparison> comparisons,
        CancellationToken cancellationToken
    )
    {
        var changed = ChangedComparisons.Of(comparisons.Select(start => start.Comparison));
        var operations = new OperationTable(comparisons.Select(start => start.Operation).OfType<DiffOperation>());
        var reached = ComparisonReach.Of(comparisons, changed, operations, cancellationToken);
        foreach (var comparison in InOrder(comparisons, changed))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var (rule, direction, change) in comparison.Changes)
            {
                DraftOf(rule, change).Reach(direction, rule.In(direction)!.Value, reached[comparison]);
            }
        }

        var fingerprints = new HashSet<string>(StringComparer.Ordinal);
        return FindingOrder.Sort(
            _drafts
                .Select(entry => entry.Value.ToFinding(entry.Key, PointerOf(entry.Key.Place), operations, fingerprints))
                .ToList()
        );
    }

    // Lists the comparisons in the order in which the operations lead to them, each once.
    private static IEnumerable<Comparison> InOrder(
        IReadOnlyList<OperationComparison> comparisons,
        HashSet<Comparison> changed
    )
    {
        var seen = new HashSet<Comparison>();
        var pending = new Stack<Comparison>();
        foreach (var start in comparisons.Select(start => start.Comparison).Where(seen.Add))
        {
            pending.Push(start);
            while (pending.TryPop(out var comparison))
            {
                yield return comparison;
                foreach (var child in comparison.Children.Where(child => changed.Contains(child) && seen.Add(child)))
                {
                    pending.Push(child);
                }
            }
        }
    }

    private FindingDraft DraftOf(DiffRule rule, Change change)
    {
        var (place, behind) = PlaceOf(change);
        var key = new FindingKey(rule, place)
        {
            NameBehindReference = behind is null ? null : change.SwitchedReference!.NameOf(behind),
            BaseText = change.BaseText,
            RevisionText = change.RevisionText,
        };
        if (!_drafts.TryGetValue(key, out var draft))
        {
            draft = new FindingDraft(change);
            _drafts[key] = draft;
        }

        return draft;
    }

    // Gives the place of a finding, and what stands behind it when the place is a switched reference. Example:
    // Pin.board was $ref Board and is $ref BoardSummary, which the base had too. The place is the reference Pin.board,
    // and what stands behind it is the property of BoardSummary that differs.
    private (JToken Place, JToken? Behind) PlaceOf(Change change)
    {
        var place = change.RevisionPlace ?? PlaceOfRemoved(change);
        if (change.SwitchedReference is not { } switched)
        {
            return (place, null);
        }

        var (reference, otherRoot) = ReferenceEquals(place.Root, roots.Revision)
            ? (switched.Revision, roots.Base)
            : (switched.Base, roots.Revision);
        var isSwitchedToKnown =
            TokenPlaces.ComponentOf(place) is { } component
            && otherRoot["components"].Member("schemas").Member(component) is not null
            && !TokenPlaces.Holds(reference, place);
        return isSwitchedToKnown ? (reference, place) : (place, null);
    }

    // A removed keyword is shown where it was in the base. Where its schema moved too, it is shown at the schema that
    // replaced it.
    private JToken PlaceOfRemoved(Change change)
    {
        var hasMoved =
            change is { NearestInBase: JObject nearestInBase, NearestInRevision: JObject nearestInRevision }
            && PointerOf(nearestInBase) != PointerOf(nearestInRevision);
        return hasMoved
            ? change.NearestInRevision!
            : change.BasePlace ?? change.NearestInRevision ?? change.NearestInBase!;
    }

    private string PointerOf(JToken token)
    {
        if (!_pointers.TryGetValue(token, out var pointer))
        {
            pointer = JsonPointer.Of(token);
            _pointers[token] = pointer;
        }

        return pointer;
    }
}
