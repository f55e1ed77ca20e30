using Pinterest.OpenApi.Spec.Diff.Parts;

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

    /// <summary>Adds the changes that a rule found.</summary>
    public void AddAll(DiffRule rule, Direction direction, IEnumerable<Change> changes)
    {
        foreach (var change in changes)
        {
            Add(rule, direction, change);
        }
    }
}
