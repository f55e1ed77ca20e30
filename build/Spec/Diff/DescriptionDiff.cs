using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Compare;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>Compares two descriptions: one finding for each changed place, with all operations that it reaches.</summary>
internal sealed class DescriptionDiff
{
    private readonly Description _before;
    private readonly Description _after;
    private readonly SchemaModel _oldModel;
    private readonly SchemaModel _newModel;
    private readonly bool _comparesProse;
    private readonly Dictionary<JToken, string> _pointers = new(
        ReferenceEqualityComparer.Instance as IEqualityComparer<JToken>
    );
    private readonly Dictionary<Key, Draft> _drafts = [];

    private DescriptionDiff(Description before, Description after)
    {
        (_before, _after) = (before, after);
        (_oldModel, _newModel) = (new SchemaModel(before.Root), new SchemaModel(after.Root));
        _comparesProse = HasProse(before.Root) && HasProse(after.Root);
    }

    /// <summary>Compares two descriptions.</summary>
    /// <param name="before">The base.</param>
    /// <param name="after">The revision.</param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    public static DiffResult Compare(
        Description before,
        Description after,
        CancellationToken cancellationToken = default
    ) => new DescriptionDiff(before, after).Run(cancellationToken);

    private static bool HasProse(JObject root) =>
        root["info"].Member("description") is not null
        || (root["paths"] as JObject ?? [])
            .PropertyValues()
            .OfType<JObject>()
            .SelectMany(path => path.PropertyValues().OfType<JObject>())
            .Any(operation => operation["summary"] is not null || operation["description"] is not null);

    private DiffResult Run(CancellationToken cancellationToken)
    {
        var (old, now) = (DiffOperation.ReadAll(_oldModel), DiffOperation.ReadAll(_newModel));
        var operations = new OperationComparer(
            _oldModel,
            _newModel,
            new SchemaComparer(_comparesProse),
            _comparesProse
        );
        var starts = new List<(Comparison Comparison, DiffOperation? Operation)>();
        foreach (var was in old.Values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (now.TryGetValue(was.Shape, out var isNow))
            {
                starts.Add((operations.Compare(was, isNow), isNow));
            }
            else
            {
                starts.Add((Only(OperationRules.OperationRemoved, new Change(was.Node, null, was.Name)), was));
            }
        }

        foreach (var isNow in now.Values.Where(operation => !old.ContainsKey(operation.Shape)))
        {
            starts.Add((Only(OperationRules.OperationAdded, new Change(null, isNow.Node, null, isNow.Name)), isNow));
        }

        starts.Add((CompareDocuments(), null));

        // Most comparisons find nothing, and many operations lead to the same ones.
        var changed = LeadingToChanges(starts.Select(start => start.Comparison));
        foreach (var (comparison, operation) in starts)
        {
            Collect(comparison, operation, changed);
        }

        return new DiffResult
        {
            Base = Side(_before),
            Revision = Side(_after),
            Findings = Finish(),
            Notices = [.. Notices(old, now)],
        };
    }

    private Comparison CompareDocuments()
    {
        var comparison = new Comparison();
        SecurityComparer.CompareSchemes(comparison, _before.Root, _after.Root);
        ServerComparer.Compare(comparison, _before.Root["servers"], _after.Root["servers"]);
        return comparison;
    }

    private static Comparison Only(DiffRule rule, Change change)
    {
        var comparison = new Comparison();
        comparison.Add(rule, Direction.None, change);
        return comparison;
    }

    private static HashSet<Comparison> LeadingToChanges(IEnumerable<Comparison> starts)
    {
        var parents = new Dictionary<Comparison, List<Comparison>>();
        var changed = new HashSet<Comparison>();
        var pending = new Stack<Comparison>();
        foreach (var start in starts.Where(start => parents.TryAdd(start, [])))
        {
            pending.Push(start);
        }

        while (pending.TryPop(out var comparison))
        {
            if (comparison.Changes.Count > 0)
            {
                changed.Add(comparison);
            }

            foreach (var child in comparison.Children)
            {
                if (parents.TryAdd(child, []))
                {
                    pending.Push(child);
                }

                parents[child].Add(comparison);
            }
        }

        foreach (var comparison in changed)
        {
            pending.Push(comparison);
        }

        while (pending.TryPop(out var comparison))
        {
            foreach (var parent in parents[comparison])
            {
                if (changed.Add(parent))
                {
                    pending.Push(parent);
                }
            }
        }

        return changed;
    }

    private void Collect(Comparison start, DiffOperation? operation, HashSet<Comparison> changed)
    {
        var seen = new HashSet<Comparison> { start };
        var pending = new Stack<Comparison>([start]);
        while (pending.TryPop(out var comparison))
        {
            foreach (var (rule, direction, change) in comparison.Changes)
            {
                Note(rule, direction, change, operation);
            }

            foreach (var child in comparison.Children)
            {
                if (changed.Contains(child) && seen.Add(child))
                {
                    pending.Push(child);
                }
            }
        }
    }

    private void Note(DiffRule rule, Direction direction, Change change, DiffOperation? operation)
    {
        var (place, subject) = PlaceOf(change);
        var key = new Key(
            rule,
            place,
            subject is null ? null : PlaceNames.Behind(place, subject),
            change.Old,
            change.New
        );
        if (!_drafts.TryGetValue(key, out var draft))
        {
            _drafts[key] = draft = new Draft(change);
        }

        draft.Direction |= direction;
        draft.Severity = (Severity)Math.Max((int)draft.Severity, (int)rule.In(direction)!.Value);
        if (operation is not null)
        {
            draft.Operations.Add(operation);
        }
    }

    // A keyword that is gone is shown where it stood; where the schema moved too, at what stands in its stead. Where a reference
    // was switched to a component that was there before, the reference is what changed; then the second is what it leads to.
    private (JToken Place, JToken? Behind) PlaceOf(Change change)
    {
        var place =
            change.After
            ?? (
                change.NearAfter is JObject now && change.NearBefore is JObject old && PointerOf(old) != PointerOf(now)
                    ? now
                    : change.Before ?? change.NearAfter ?? change.NearBefore!
            );
        if (change.SwitchedReference is not { } spot)
        {
            return (place, null);
        }

        var (own, reference, other) = ReferenceEquals(place.Root, _after.Root)
            ? (place, spot.After, _before.Root)
            : (place, spot.Before, _after.Root);
        var isSwitched =
            SwitchedReference.ComponentOf(own) is { } component
            && other["components"].Member("schemas").Member(component) is not null
            && !own.AncestorsAndSelf()
                .Contains(reference, ReferenceEqualityComparer.Instance as IEqualityComparer<JToken>);
        return isSwitched ? (reference, own) : (place, null);
    }

    private string PointerOf(JToken token)
    {
        if (!_pointers.TryGetValue(token, out var pointer))
        {
            _pointers[token] = pointer = JsonPointer.Of(token);
        }

        return pointer;
    }

    private List<Finding> Finish()
    {
        var findings = new List<Finding>(_drafts.Count);
        var prints = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, draft) in _drafts)
        {
            var (rule, place) = (key.Rule, key.Place);
            var (pointer, subject) = (PointerOf(place), key.Behind ?? PlaceNames.Of(draft.Change.About ?? place));
            var spot = key.Behind is null ? null : draft.Change.SwitchedReference;
            var print = Fingerprint(rule.Id, subject, draft.Change.Old, draft.Change.New);
            if (!prints.Add(print))
            {
                print = Fingerprint(rule.Id, pointer, draft.Change.Old, draft.Change.New);
            }

            findings.Add(
                new Finding
                {
                    Rule = rule,
                    Severity = draft.Severity,
                    Direction = draft.Direction,
                    Pointer = pointer,
                    Subject = subject,
                    BasePosition = Position.Of(spot?.Before ?? draft.Change.Before ?? draft.Change.NearBefore),
                    RevisionPosition = Position.Of(spot?.After ?? draft.Change.After ?? draft.Change.NearAfter),
                    Operations =
                    [
                        .. draft.Operations.Select(operation => operation.Name).Order(StringComparer.Ordinal),
                    ],
                    OperationIds =
                    [
                        .. draft
                            .Operations.Select(operation => (string?)(operation.Node["operationId"] as JValue))
                            .OfType<string>()
                            .Order(StringComparer.Ordinal),
                    ],
                    Groups =
                    [
                        .. draft
                            .Operations.SelectMany(operation => operation.Groups)
                            .Distinct(StringComparer.Ordinal)
                            .Order(StringComparer.Ordinal),
                    ],
                    Old = draft.Change.Old,
                    New = draft.Change.New,
                    Message = string.Format(
                        CultureInfo.InvariantCulture,
                        rule.Message,
                        subject,
                        draft.Change.Old ?? "none",
                        draft.Change.New ?? "none"
                    ),
                    Fingerprint = print,
                }
            );
        }

        return Sort(findings);
    }

    /// <summary>Sorts findings as reports have them: the worst first, then by place.</summary>
    internal static List<Finding> Sort(IEnumerable<Finding> findings) =>
        [
            .. findings
                .OrderByDescending(finding => finding.Severity)
                .ThenBy(finding => finding.Subject, StringComparer.Ordinal)
                .ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal),
        ];

    internal static string Fingerprint(params string?[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..16];

    private IEnumerable<string> Notices(Dictionary<string, DiffOperation> old, Dictionary<string, DiffOperation> now)
    {
        if (!_comparesProse)
        {
            yield return "Prose is not compared: at least one side has none, as all that are stored here.";
        }

        if (old.Count > 0 && now.Count > 0 && !old.Keys.Any(now.ContainsKey))
        {
            yield return "The two descriptions have no operation in common. Are they of the same API?";
        }

        foreach (
            var (side, description, model) in new[] { ("base", _before, _oldModel), ("revision", _after, _newModel) }
        )
        {
            if (description.Root["paths"] is not JObject { HasValues: true })
            {
                yield return $"The {side} has no paths.";
            }

            if (model.Dangling.Count > 0)
            {
                yield return $"{model.Dangling.Count} reference(s) of the {side} lead nowhere and are taken to allow anything; the first is {description.Place(model.Dangling.First())}.";
            }

            if (model.Contradictions.Count > 0)
            {
                yield return $"{model.Contradictions.Count} place(s) of the {side} demand a type that another part of the same schema excludes; the outer part is compared. The first is {description.Place(model.Contradictions.First())}.";
            }

            if (description.Root["webhooks"] is not null)
            {
                yield return $"The webhooks of the {side} are not compared.";
            }

            if (DocumentHas(description.Root, "callbacks"))
            {
                yield return $"The callbacks of the {side} are not compared.";
            }
        }
    }

    private static bool DocumentHas(JObject root, string keyword) =>
        (root["paths"] as JObject ?? [])
            .PropertyValues()
            .OfType<JObject>()
            .SelectMany(path => path.PropertyValues().OfType<JObject>())
            .Any(operation => operation[keyword] is not null);

    private static DiffSide Side(Description description) =>
        new(description.Version, description.Name, Convert.ToHexStringLower(SHA256.HashData(description.Bytes.Span)));

    // One finding for each change of each place. Two tokens of the same value are equal for Newtonsoft; here they are two places.
    private readonly struct Key(DiffRule rule, JToken place, string? behind, string? old, string? now) : IEquatable<Key>
    {
        public DiffRule Rule { get; } = rule;

        public JToken Place { get; } = place;

        /// <summary>Gets what stands behind the place, when that is a reference that was switched.</summary>
        public string? Behind { get; } = behind;

        private readonly (string?, string?, string?) _texts = (behind, old, now);

        public bool Equals(Key other) =>
            ReferenceEquals(Rule, other.Rule) && ReferenceEquals(Place, other.Place) && _texts == other._texts;

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode() =>
            HashCode.Combine(
                System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Rule),
                System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Place),
                _texts
            );
    }

    private sealed class Draft(Change change)
    {
        public Change Change { get; } = change;

        public Direction Direction { get; set; }

        public Severity Severity { get; set; }

        public HashSet<DiffOperation> Operations { get; } = [];
    }
}
