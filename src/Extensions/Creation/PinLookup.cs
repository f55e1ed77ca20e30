using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi;

/// <summary>The result of a search for a Pin whose creation had no response.</summary>
public sealed record PinLookup
{
    /// <summary>Gets whether the Pin was created.</summary>
    public required PinLookupAnswer Answer { get; init; }

    /// <summary>Gets the reason for the answer, as a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>Gets the created Pin; null unless the answer is <see cref="PinLookupAnswer.Created"/>.</summary>
    public Pin? Pin { get; init; }

    /// <summary>Gets the similar Pins when the answer is not certain, newest first.</summary>
    public IReadOnlyList<Pin> Candidates { get; init; } = [];

    internal static PinLookup CannotTell(string reason, params IReadOnlyList<Pin> candidates) =>
        new()
        {
            Answer = PinLookupAnswer.CannotTell,
            Reason = reason,
            Candidates = candidates,
        };
}
