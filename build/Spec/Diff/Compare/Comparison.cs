namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Two things side by side: what changed in them, and what they lead to.</summary>
internal sealed class Comparison
{
    /// <summary>Gets what changed here, by rule and direction.</summary>
    public List<(DiffRule Rule, Direction Direction, Change Change)> Changes { get; } = [];

    /// <summary>Gets the references that led to different places; null where both sides stand at the same.</summary>
    public SwitchedReference? SwitchedReference { get; init; }

    /// <summary>Gets what they lead to.</summary>
    public List<Comparison> Children { get; } = [];

    /// <summary>Adds a change, if its rule means anything in that direction.</summary>
    public void Add(DiffRule rule, Direction direction, Change change)
    {
        if (rule.In(direction) is not null)
        {
            Changes.Add((rule, direction, SwitchedReference is null ? change : change with { SwitchedReference = SwitchedReference }));
        }
    }
}
