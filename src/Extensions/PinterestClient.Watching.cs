using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi;

public sealed partial class PinterestClient
{
    /// <summary>
    /// Reports the changes of the Pins of a board: created, changed or removed. Pinterest has no webhooks, so the
    /// client reads the board repeatedly, within a share of the quota. The stream has no end; cancel it.
    /// </summary>
    /// <param name="boardId">The board.</param>
    /// <param name="since">Existing Pins are reported as created when they were created after this time; null for
    /// none.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <returns>The changes. Requesting the next change acknowledges the one before.</returns>
    /// <exception cref="ArgumentException">The id of the board is empty.</exception>
    public IAsyncEnumerable<WatchedChange<Pin>> WatchPinsAsync(
        string boardId,
        DateTimeOffset? since = null,
        CancellationToken cancellationToken = default
    ) => WatchPinsAsync(boardId, new WatchOptions<Pin> { Since = since }, cancellationToken);

    /// <summary>
    /// Reports the changes of the Pins of a board, with options such as a checkpoint that survives a restart.
    /// </summary>
    /// <param name="boardId">The board.</param>
    /// <param name="options">The options of the watch.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <returns>The changes. Requesting the next change acknowledges the one before.</returns>
    /// <exception cref="ArgumentException">The id of the board is empty, or the options are invalid.</exception>
    public IAsyncEnumerable<WatchedChange<Pin>> WatchPinsAsync(
        string boardId,
        WatchOptions<Pin> options,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(boardId);
        return Watch(
            new WatchSource<Pin>
            {
                Name = "pins-of-" + boardId,
                Operation = "boards/list_pins",
                List = pageSize => Boards.EnumeratePinsAsync(boardId, pageSize: pageSize),
                Holds = async (id, ending) =>
                {
                    var pin = await Pins.GetAsync(id, cancellationToken: ending).ConfigureAwait(false);

                    // A response without a Pin says nothing about the board: the next poll asks again.
                    return pin.Id is null || pin.BoardId == boardId;
                },
                IdOf = pin => pin.Id,
                CreatedAtOf = pin => pin.CreatedAt,
                Compare = pin => [pin.Title, pin.Description, pin.Link, pin.AltText, pin.BoardSectionId],
            },
            options,
            cancellationToken
        );
    }

    /// <summary>
    /// Reports the changes of the boards of the user: created, changed or removed. The stream has no end; cancel it.
    /// </summary>
    /// <param name="since">Existing boards are reported as created when they were created after this time; null for
    /// none.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <returns>The changes. Requesting the next change acknowledges the one before.</returns>
    public IAsyncEnumerable<WatchedChange<Board>> WatchBoardsAsync(
        DateTimeOffset? since = null,
        CancellationToken cancellationToken = default
    ) => WatchBoardsAsync(new WatchOptions<Board> { Since = since }, cancellationToken);

    /// <summary>
    /// Reports the changes of the boards of the user, with options such as a checkpoint that survives a restart.
    /// </summary>
    /// <param name="options">The options of the watch.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <returns>The changes. Requesting the next change acknowledges the one before.</returns>
    /// <exception cref="ArgumentException">The options are invalid.</exception>
    public IAsyncEnumerable<WatchedChange<Board>> WatchBoardsAsync(
        WatchOptions<Board> options,
        CancellationToken cancellationToken = default
    ) =>
        Watch(
            new WatchSource<Board>
            {
                Name = "boards",
                Operation = "boards/list",
                List = pageSize => Boards.EnumerateAsync(pageSize: pageSize),
                Holds = async (id, ending) =>
                    await Boards.GetAsync(id, cancellationToken: ending).ConfigureAwait(false) is not null,

                // A public board that the user has left is found by its id for ever. One poll may miss a board by a page shift.
                AbsencesOfGone = 3,
                IdOf = board => board.Id,
                CreatedAtOf = board => board.CreatedAt,
                Compare = board => [board.Name, board.Description, board.Privacy?.Value],
            },
            options,
            cancellationToken
        );

    private IAsyncEnumerable<WatchedChange<T>> Watch<T>(
        WatchSource<T> source,
        WatchOptions<T> options,
        CancellationToken cancellationToken
    )
        where T : class
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var client = _connection.Options;
        return new Watch<T>(source, options)
        {
            Pace = new WatchPace(options.Interval, options.QuotaShare, client.AccessTier, client.TimeProvider),
            Time = client.TimeProvider,
            Logger = PinterestLog.Create(client.LoggerFactory),
        }.RunAsync(cancellationToken);
    }
}
