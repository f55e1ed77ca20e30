using Pinterest.OpenApi.Spec.Diff;

namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>Collects what an operation does not allow of an interaction, and what was not compared.</summary>
internal sealed class InteractionProblems
{
    private readonly List<InteractionProblem> _all = [];
    private readonly List<string> _notCompared = [];

    /// <summary>Gets the problems.</summary>
    public IReadOnlyList<InteractionProblem> All => _all;

    /// <summary>Gets the parts that were not compared, with the reason.</summary>
    public IReadOnlyList<string> NotCompared => _notCompared;

    /// <summary>Adds a problem.</summary>
    /// <param name="place">The part of the interaction.</param>
    /// <param name="recorded">What is recorded.</param>
    /// <param name="allowed">What is allowed.</param>
    /// <param name="message">The problem in a sentence.</param>
    public void Add(string place, string recorded, string allowed, string message) =>
        _all.Add(new InteractionProblem(place, recorded, allowed, message));

    /// <summary>Adds problems.</summary>
    public void Add(IEnumerable<InteractionProblem> problems) => _all.AddRange(problems);

    /// <summary>Adds a part that was not compared.</summary>
    public void AddNotCompared(string reason) => _notCompared.Add(reason);
}
