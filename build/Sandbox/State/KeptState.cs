namespace Pinterest.OpenApi.Sandbox.State;

/// <summary>The contents of a state file.</summary>
/// <param name="Entities">The entities that were put and not removed.</param>
/// <param name="LastOrder">The last order that was given out.</param>
/// <param name="Warnings">What could not be read.</param>
internal sealed record KeptState(IReadOnlyList<IEntity> Entities, long LastOrder, IReadOnlyList<string> Warnings);
