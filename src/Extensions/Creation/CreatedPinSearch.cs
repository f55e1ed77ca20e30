using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi;

/// <summary>
/// Looks for a Pin among the newest of its board. Example: a creation timed out at 10:00; a Pin of the same title and link
/// that Pinterest dates 09:58 is it, because the clocks may differ by 5 minutes.
/// </summary>
internal sealed class CreatedPinSearch
{
    public required PinDraft Draft { get; init; }

    public required DateTimeOffset Since { get; init; }

    public required PinLookupOptions Options { get; init; }

    /// <summary>Gets the Pins of the board or the section, newest first.</summary>
    public required BookmarkPager<Pin> Pins { get; init; }

    /// <summary>Gets whether a Pin is known to be another.</summary>
    public required Func<string, bool> IsAnother { get; init; }

    public async Task<PinLookup> RunAsync(CancellationToken cancellationToken)
    {
        var earliest = Since - Options.ClockSkew;
        var same = new List<Pin>();
        var alike = new List<Pin>();
        var isWhole = await WalkAsync(earliest, same, alike, cancellationToken).ConfigureAwait(false);
        if (same.Count == 1)
        {
            return new PinLookup
            {
                Answer = PinLookupAnswer.Created,
                Reason = "One Pin that was created on the board since then has the same title and link.",
                Pin = same[0],
            };
        }

        if (same.Count > 1)
        {
            return PinLookup.CannotTell(
                $"{same.Count} Pins that were created on the board since then have the same title and link.",
                same
            );
        }

        if (alike.Count > 0)
        {
            return PinLookup.CannotTell(
                "Some Pins that were created on the board since then are similar, but none is certainly the same.",
                alike
            );
        }

        return isWhole
            ? new PinLookup
            {
                Answer = PinLookupAnswer.NotCreated,
                Reason = "No similar Pin was created on the board since then.",
            }
            : PinLookup.CannotTell(
                $"The search ended after the newest {Options.MaxPins} Pins of the board, which are all newer."
            );
    }

    // Gives whether all Pins since then were seen.
    private async Task<bool> WalkAsync(
        DateTimeOffset earliest,
        List<Pin> same,
        List<Pin> alike,
        CancellationToken cancellationToken
    )
    {
        var count = 0;
        await foreach (var page in Pins.AsPages(cancellationToken).ConfigureAwait(false))
        {
            var isOld = page.Items.Count > 0;
            foreach (var pin in page.Items)
            {
                if (++count > Options.MaxPins)
                {
                    return false;
                }

                if (pin.CreatedAt is { } created && created < earliest)
                {
                    continue;
                }

                isOld = false;
                Sort(pin, same, alike);
            }

            // The order within a page is not promised, so a whole page must be older.
            if (isOld)
            {
                return true;
            }
        }

        return true;
    }

    private void Sort(Pin pin, List<Pin> same, List<Pin> alike)
    {
        if (pin.IsOwner is false || pin.Id is null || IsAnother(pin.Id))
        {
            return;
        }

        switch (PinMatch.Of(Draft, pin))
        {
            case PinLikeness.Same:
                same.Add(pin);
                break;
            case PinLikeness.Some:
                alike.Add(pin);
                break;
        }
    }
}
