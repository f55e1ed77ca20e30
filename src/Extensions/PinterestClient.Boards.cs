using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi;

/// <content>Finding boards and sections by their names.</content>
public sealed partial class PinterestClient
{
    private const int LargestPage = 250;

    /// <summary>
    /// Finds the user's board with a name, or creates it. Names are not case-sensitive. When another process creates
    /// the board at the same moment, that board is found.
    /// </summary>
    /// <param name="name">The name. Leading and trailing spaces are removed.</param>
    /// <param name="privacy">The visibility of the board. With null a found board may have any, and a new one is
    /// public.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The board, and whether it was created.</returns>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    /// <exception cref="PinterestNameTakenException">A board with the name exists, but this token cannot see it, or its
    /// privacy is not <paramref name="privacy"/>.</exception>
    /// <exception cref="PinterestApiException">Pinterest rejected the request to list or to create boards.</exception>
    public Task<FoundOrCreated<Board>> FindOrCreateBoardAsync(
        string name,
        BoardPrivacy? privacy = null,
        CancellationToken cancellationToken = default
    ) => FindOrCreateBoardAsync(new BoardCreate { Name = name, Privacy = privacy }, cancellationToken);

    /// <summary>
    /// Finds the user's board of a name, or creates it with a description and other settings. Names are not
    /// case-sensitive. When another process creates the board at the same moment, that board is found.
    /// </summary>
    /// <param name="board">The board to create. A board that is found has the same name and privacy; its other settings
    /// may differ.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The board, and whether it was created.</returns>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    /// <exception cref="PinterestNameTakenException">A board with the name exists, but this token cannot see it, or it
    /// has another privacy.</exception>
    /// <exception cref="PinterestApiException">Pinterest rejected the request to list or to create boards.</exception>
    public async Task<FoundOrCreated<Board>> FindOrCreateBoardAsync(
        BoardCreate board,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentException.ThrowIfNullOrWhiteSpace(board.Name, nameof(board));
        var name = board.Name.Trim();
        var result = await new NamedThing<Board>
        {
            Name = name,
            NameOf = each => each.Name,
            IdOf = each => each.Id,
            List = () => Boards.EnumerateAsync(pageSize: LargestPage),
            CreateAsync = cancellation =>
                Boards.CreateAsync(
                    new BoardCreate
                    {
                        Name = name,
                        Description = board.Description,
                        Privacy = board.Privacy,
                        IsAdsOnly = board.IsAdsOnly,
                    },
                    cancellationToken: cancellation
                ),
            NotVisible = (isWhole, refusal) => NotVisible($"A board named '{name}'", name, isWhole, refusal),
            Time = _connection.Options.TimeProvider,
        }
            .RunAsync(cancellationToken)
            .ConfigureAwait(false);

        // A Pin for a secret board must not end on a public one of the same name.
        return board.Privacy is not { } wanted || result.Item.Privacy is not { } actual || actual == wanted
            ? result
            : throw new PinterestNameTakenException(
                $"The board named '{name}' exists and is {actual}, not {wanted}. "
                    + "Call without a privacy, change the privacy of the board, or choose another name.",
                name,
                result.Item.Id,
                null
            );
    }

    /// <summary>
    /// Finds the section with a name on a board, or creates it. Names are not case-sensitive. When another process
    /// creates the section at the same moment, that section is found.
    /// </summary>
    /// <param name="boardId">The board.</param>
    /// <param name="name">The name: 1 to 180 characters. Leading and trailing spaces are removed.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The section, and whether it was created.</returns>
    /// <exception cref="ArgumentException">The id or the name is blank.</exception>
    /// <exception cref="PinterestNameTakenException">Pinterest says that the section exists, but does not list
    /// it.</exception>
    /// <exception cref="PinterestNotFoundException">The board does not exist, or this token cannot see it.</exception>
    /// <exception cref="PinterestApiException">Pinterest rejected the request to list or to create
    /// sections.</exception>
    public Task<FoundOrCreated<BoardSection>> FindOrCreateSectionAsync(
        string boardId,
        string name,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(boardId);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var trimmed = name.Trim();
        return new NamedThing<BoardSection>
        {
            Name = trimmed,
            NameOf = each => each.Name,
            IdOf = each => each.Id,
            List = () => Boards.EnumerateSectionsAsync(boardId, pageSize: LargestPage),
            CreateAsync = cancellation =>
                Boards.CreateSectionAsync(
                    boardId,
                    new BoardSection { Name = trimmed },
                    cancellationToken: cancellation
                ),
            NotVisible = (isWhole, refusal) => NotVisible($"A section named '{trimmed}'", trimmed, isWhole, refusal),
            Time = _connection.Options.TimeProvider,
        }.RunAsync(cancellationToken);
    }

    private static PinterestNameTakenException NotVisible(
        string thing,
        string name,
        bool isWhole,
        PinterestConflictException refusal
    )
    {
        var reason = isWhole
            ? "It is probably secret: a token without boards:read_secret cannot see it. "
                + "Request that scope at the next sign-in, or choose another name."
            : $"Only the first {NamedThing<Board>.MostLookedAt} were searched. Get it by its id.";
        return new PinterestNameTakenException(
            $"{thing} exists according to Pinterest (409), but the list does not contain it. {reason}",
            name,
            null,
            refusal
        );
    }
}
