using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>A rule that a function finds from two schemas of the same place.</summary>
internal sealed record SchemaRule(string Id) : DiffRule(Id)
{
    /// <summary>Gets the function that finds the changes of this kind.</summary>
    public required Func<Sides<EffectiveSchema>, IEnumerable<Change>> Find { get; init; }
}
