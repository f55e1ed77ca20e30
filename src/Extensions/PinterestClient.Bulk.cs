using System.Runtime.CompilerServices;
using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi;

/// <content>Creating many Pins, and learning what became of one.</content>
public sealed partial class PinterestClient
{
    private const int LookupPage = 100;

    /// <summary>
    /// Creates many Pins and returns the outcome of each, in the given order. A rejected Pin does not stop the others.
    /// The work stops at an error that would affect all Pins: the token, trial access, spam, or a long wait for a rate
    /// limit. The remaining Pins are then reported as not tried.
    /// </summary>
    /// <param name="pins">The Pins. They are enumerated one by one, so that not all pictures are in memory at
    /// once.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the work. Started Pins are reported before the enumeration throws.</param>
    /// <returns>One outcome for each Pin. Nothing is sent before the enumeration starts, and each enumeration creates
    /// the Pins again. A caller that stops early waits for the Pins that were sent.</returns>
    /// <exception cref="ArgumentException">The options are out of their ranges. A problem of a Pin is in its outcome
    /// and throws no exception.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled (thrown while enumerating).</exception>
    public IAsyncEnumerable<PinOutcome> CreatePinsAsync(
        IAsyncEnumerable<BulkPin> pins,
        BulkPinOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(pins);
        options ??= new BulkPinOptions();
        options.Validate();
        return RunAsync(pins, options, cancellationToken);
    }

    /// <inheritdoc cref="CreatePinsAsync(IAsyncEnumerable{BulkPin}, BulkPinOptions?, CancellationToken)"/>
    public IAsyncEnumerable<PinOutcome> CreatePinsAsync(
        IEnumerable<BulkPin> pins,
        BulkPinOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(pins);
        return CreatePinsAsync(pins.ToAsyncEnumerable(), options, cancellationToken);
    }

    /// <summary>
    /// Finds out whether a Pin was created, after its creation had no response: a time-out, a broken connection, a 5xx.
    /// The client searches the newest Pins of the board or the section for the same title and link.
    /// </summary>
    /// <param name="pin">The Pin that was sent. The answer is certain only when its title or link differs from those of
    /// other Pins.</param>
    /// <param name="since">The start of the creation, by the clock of this machine.</param>
    /// <param name="options">The options of the search; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>Yes with the Pin, no, or not certain.</returns>
    /// <exception cref="ArgumentException">The Pin has no board, or the options are out of their ranges.</exception>
    /// <exception cref="PinterestApiException">Pinterest rejected the request to list the Pins.</exception>
    public Task<PinLookup> FindCreatedPinAsync(
        PinDraft pin,
        DateTimeOffset since,
        PinLookupOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(pin);
        ArgumentException.ThrowIfNullOrWhiteSpace(pin.BoardId, nameof(pin));
        options ??= new PinLookupOptions();
        var problems = options.Problems().ToList();
        return problems.Count > 0
            ? throw new ArgumentException(string.Join(' ', problems), nameof(options))
            : LookUpAsync(pin, since, options, _ => false, cancellationToken);
    }

    // A second enumeration begins with nothing counted, so the state is made here and not before.
    private async IAsyncEnumerable<PinOutcome> RunAsync(
        IAsyncEnumerable<BulkPin> pins,
        BulkPinOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var attempts = new BulkPinAttempts
        {
            Options = options,
            Time = _connection.Options.TimeProvider,
            CreateAsync = (pin, cancellation) =>
                CreatePinAsync(pin.ToBody(_connection.Options.CheckMedia), cancellation),
            LookUpAsync = (pin, since, isAnother, cancellation) =>
                LookUpAsync(pin, since, options.Lookup, isAnother, cancellation),
        };
        var outcomes = new BulkCreation(attempts).RunAsync(pins, cancellationToken);
        await foreach (var outcome in outcomes.ConfigureAwait(false))
        {
            yield return outcome;
        }
    }

    private async Task<PinLookup> LookUpAsync(
        PinDraft pin,
        DateTimeOffset since,
        PinLookupOptions options,
        Func<string, bool> isAnother,
        CancellationToken cancellationToken
    )
    {
        await Task.Delay(options.Delay, _connection.Options.TimeProvider, cancellationToken).ConfigureAwait(false);
        return await new CreatedPinSearch
        {
            Draft = pin,
            Since = since,
            Options = options,
            Pins = pin.BoardSectionId is { } section
                ? Boards.EnumerateSectionPinsAsync(pin.BoardId, section, pageSize: LookupPage)
                : Boards.EnumeratePinsAsync(pin.BoardId, pageSize: LookupPage),
            IsAnother = isAnother,
        }
            .RunAsync(cancellationToken)
            .ConfigureAwait(false);
    }
}
