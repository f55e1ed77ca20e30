using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi;

/// <summary>The outcome of one of many Pins.</summary>
public sealed record PinOutcome
{
    /// <summary>Gets the index of the Pin in the input, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Gets the Pin of the input.</summary>
    public required BulkPin Item { get; init; }

    /// <summary>Gets the kind of the outcome.</summary>
    public required PinOutcomeKind Kind { get; init; }

    /// <summary>Gets the created Pin; null unless it was created.</summary>
    public Pin? Pin { get; init; }

    /// <summary>
    /// Gets the error of the Pin, or the error that stopped the work before this Pin. It is null when the Pin was
    /// created.
    /// </summary>
    public Exception? Error { get; init; }

    /// <summary>
    /// Gets the result of the search after a missing response; null when there was no search. When the Pin was found,
    /// <see cref="Kind"/> is <see cref="PinOutcomeKind.Created"/>.
    /// </summary>
    public PinLookup? Lookup { get; init; }
}
