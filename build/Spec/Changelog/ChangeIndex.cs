using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;

namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>
/// The worst change at each place of an operation, in one direction. It is made once, so that a place of a changelog
/// need not be held against each change.
/// </summary>
internal sealed class ChangeIndex
{
    private readonly Dictionary<JObject, Severity> _held = ByReference();
    private readonly Dictionary<JObject, Severity> _exact = ByReference();
    private readonly Dictionary<(JObject Schema, string Name), Severity> _required = [];

    /// <summary>Makes one.</summary>
    /// <param name="changes">The changes of an operation.</param>
    /// <param name="direction">The direction; a change without one counts too.</param>
    public ChangeIndex(IEnumerable<OperationChange> changes, Direction direction)
    {
        foreach (var change in changes)
        {
            if (change.Direction is Direction.None || change.Direction.HasFlag(direction))
            {
                Add(change.Change.BasePlace, change.Severity);
                Add(change.Change.RevisionPlace, change.Severity);
            }
        }
    }

    /// <summary>Gives the worst change that an object holds directly; null when there is none.</summary>
    public Severity? HeldBy(JObject node) => Find(_held, node);

    /// <summary>Gives the worst change that adds or removes an object; null when there is none.</summary>
    public Severity? Of(JObject node) => Find(_exact, node);

    /// <summary>Gives the worst change of whether a schema requires a property; null when there is none.</summary>
    public Severity? OfRequired(JObject schema, string name) => Find(_required, (schema, name));

    private void Add(JToken? place, Severity severity)
    {
        if (place is null)
        {
            return;
        }

        var holder = place.AncestorsAndSelf().OfType<JObject>().First();

        // A name in "required" belongs to the property of that name.
        if (place is JValue { Value: string name, Parent: JArray { Parent: JProperty { Name: "required" } } })
        {
            Note(_required, (holder, name), severity);
        }
        else
        {
            Note(_held, holder, severity);
        }

        if (place is JObject node)
        {
            Note(_exact, node, severity);
        }
    }

    private static void Note<TKey>(Dictionary<TKey, Severity> worst, TKey key, Severity severity)
        where TKey : notnull
    {
        if (!worst.TryGetValue(key, out var known) || severity > known)
        {
            worst[key] = severity;
        }
    }

    private static Severity? Find<TKey>(Dictionary<TKey, Severity> worst, TKey key)
        where TKey : notnull => worst.TryGetValue(key, out var known) ? known : null;

    private static Dictionary<JObject, Severity> ByReference() =>
        new(ReferenceEqualityComparer.Instance as IEqualityComparer<JObject>);
}
