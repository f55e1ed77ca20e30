using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>
/// A place on both sides: what changed there, and the places that it leads to. Example: GET /pins leads to its
/// response, that to the schema Pin, and that to the schemas of its properties. Many comparisons lead to the same one.
/// </summary>
internal sealed class Comparison
{
    /// <summary>Gets what changed here, by rule and direction.</summary>
    public List<(DiffRule Rule, Direction Direction, Change Change)> Changes { get; } = [];

    /// <summary>Gets the reference that leads to different places on the two sides; null where it does not.</summary>
    public SwitchedReference? SwitchedReference { get; init; }

    /// <summary>Gets the comparisons that this one leads to.</summary>
    public List<Comparison> Children { get; } = [];

    /// <summary>Adds a change, if its rule means anything in that direction.</summary>
    public void Add(DiffRule rule, Direction direction, Change change)
    {
        if (rule.In(direction) is not null)
        {
            Changes.Add(
                (
                    rule,
                    direction,
                    SwitchedReference is null ? change : change with { SwitchedReference = SwitchedReference }
                )
            );
        }
    }

    /// <summary>Asks all rules about two things of a kind, one of which may be missing.</summary>
    /// <param name="baseThing">The thing of the base; null when it was added.</param>
    /// <param name="revisionThing">The thing of the revision; null when it was removed.</param>
    /// <param name="direction">The direction in which its values travel.</param>
    /// <param name="holders">Where the two sides have things of this kind, or would have them.</param>
    public void Judge<T>(T? baseThing, T? revisionThing, Direction direction, Sides<JToken?> holders = default)
        where T : class
    {
        foreach (var rule in PairRules<T>.All)
        {
            foreach (var change in rule.Find(new(baseThing, revisionThing)))
            {
                Add(
                    rule,
                    direction,
                    change with
                    {
                        NearestInBase = change.NearestInBase ?? (change.BasePlace is null ? holders.Base : null),
                        NearestInRevision =
                            change.NearestInRevision ?? (change.RevisionPlace is null ? holders.Revision : null),
                    }
                );
            }
        }
    }

    /// <summary>Adds the changes that a rule found.</summary>
    public void AddAll(DiffRule rule, Direction direction, IEnumerable<Change> changes)
    {
        foreach (var change in changes)
        {
            Add(rule, direction, change);
        }
    }
}
