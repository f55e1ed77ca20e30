using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi;

public sealed partial class PinterestClient
{
    /// <summary>
    /// Tells what happens to the Pins of a board: made, changed or removed. Pinterest has no webhooks, so the board is
    /// read again and again, within a share of the quota. The stream has no end; cancel it.
    /// </summary>
    /// <param name="boardId">The board.</param>
    /// <param name="since">From when on a Pin that exists already is told as created; null for none of them.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <returns>The changes. Asking for the next one says that the one before is done.</returns>
    /// <exception cref="ArgumentException">The id of the board is empty.</exception>
    public IAsyncEnumerable<WatchedChange<Pin>> WatchPinsAsync(
        string boardId,
        DateTimeOffset? since = null,
        CancellationToken cancellationToken = default
    ) => WatchPinsAsync(boardId, new WatchOptions<Pin> { Since = since }, cancellationToken);

    /// <summary>Tells what happens to the Pins of a board, with options: a checkpoint that survives a restart.</summary>
    /// <param name="boardId">The board.</param>
    /// <param name="options">How the board is watched.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <returns>The changes. Asking for the next one says that the one before is done.</returns>
    /// <exception cref="ArgumentException">The id of the board is empty, or something is wrong with the options.</exception>
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
    /// Tells what happens to the boards of the user: made, changed or removed. The stream has no end; cancel it.
    /// </summary>
    /// <param name="since">From when on a board that exists already is told as created; null for none of them.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <returns>The changes. Asking for the next one says that the one before is done.</returns>
    public IAsyncEnumerable<WatchedChange<Board>> WatchBoardsAsync(
        DateTimeOffset? since = null,
        CancellationToken cancellationToken = default
    ) => WatchBoardsAsync(new WatchOptions<Board> { Since = since }, cancellationToken);

    /// <summary>Tells what happens to the boards of the user, with options: a checkpoint that survives a restart.</summary>
    /// <param name="options">How the boards are watched.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <returns>The changes. Asking for the next one says that the one before is done.</returns>
    /// <exception cref="ArgumentException">Something is wrong with the options.</exception>
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
