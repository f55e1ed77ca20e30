using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi;

/// <summary>What became of one of many Pins.</summary>
public sealed record PinOutcome
{
    /// <summary>Gets the place of the Pin among those that were given, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Gets the Pin that was given.</summary>
    public required BulkPin Item { get; init; }

    /// <summary>Gets what became of it.</summary>
    public required PinOutcomeKind Kind { get; init; }

    /// <summary>Gets the created Pin; null unless it was created.</summary>
    public Pin? Pin { get; init; }

    /// <summary>
    /// Gets why the Pin failed, why its outcome is unknown, or which error stopped the work before it was tried; null when it
    /// was created.
    /// </summary>
    public Exception? Error { get; init; }

    /// <summary>
    /// Gets what a look at the board found after a response was missing; null when nobody looked. When the Pin was found,
    /// <see cref="Kind"/> is <see cref="PinOutcomeKind.Created"/>.
    /// </summary>
    public PinLookup? Lookup { get; init; }
}
