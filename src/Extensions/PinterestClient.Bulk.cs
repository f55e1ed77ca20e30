using System.Runtime.CompilerServices;
using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi;

/// <content>Creating many Pins, and learning what became of one.</content>
public sealed partial class PinterestClient
{
    private const int LookupPage = 100;

    /// <summary>
    /// Creates many Pins, and gives what became of each in the order in which they were given. A Pin that is refused does
    /// not stop the others. A refusal that all others would meet too (the token, trial access, spam, a rate limit that is
    /// spent for long) does; the others are then reported as not tried.
    /// </summary>
    /// <param name="pins">The Pins. Each is taken when its turn comes, so pictures need not be in memory all at
    /// once.</param>
    /// <param name="options">How many at once, and how fast; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the work. What was begun is reported before the enumeration
    /// throws.</param>
    /// <returns>One outcome for each Pin. Nothing is sent before it is enumerated, and each enumeration creates the Pins
    /// anew. A caller that leaves early waits for the Pins that were sent.</returns>
    /// <exception cref="ArgumentException">The options are out of their ranges. What is wrong with a Pin is its outcome,
    /// and no exception.</exception>
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
    /// Learns whether a Pin was created, after its creation had no response: a time-out, a broken connection, a 5xx. The
    /// client looks for a Pin of the same title and link among the newest of the board or the section.
    /// </summary>
    /// <param name="pin">The Pin that was sent. A title or a link that differs from those of other Pins makes the answer
    /// certain.</param>
    /// <param name="since">When the creation began, by the clock of this machine.</param>
    /// <param name="options">How far the look goes; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>Yes with the Pin, no, or that nobody can tell.</returns>
    /// <exception cref="ArgumentException">The Pin has no board, or the options are out of their ranges.</exception>
    /// <exception cref="PinterestApiException">Pinterest refused to list the Pins.</exception>
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
