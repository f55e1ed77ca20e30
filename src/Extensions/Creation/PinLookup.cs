using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi;

/// <summary>What a look at a board found, after the creation of a Pin had no response.</summary>
public sealed record PinLookup
{
    /// <summary>Gets whether the Pin was created.</summary>
    public required PinLookupAnswer Answer { get; init; }

    /// <summary>Gets why this is the answer, in a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>Gets the created Pin; null unless the answer is <see cref="PinLookupAnswer.Created"/>.</summary>
    public Pin? Pin { get; init; }

    /// <summary>Gets the Pins that it may be, when nobody can tell which, newest first.</summary>
    public IReadOnlyList<Pin> Candidates { get; init; } = [];

    internal static PinLookup CannotTell(string reason, params IReadOnlyList<Pin> candidates) =>
        new()
        {
            Answer = PinLookupAnswer.CannotTell,
            Reason = reason,
            Candidates = candidates,
        };
}
