using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi;

/// <content>Finding boards and sections by their names.</content>
public sealed partial class PinterestClient
{
    private const int LargestPage = 250;

    /// <summary>
    /// Finds the user's board of a name, or creates it. Names are compared without regard to case. When another process
    /// creates the board at the same moment, that board is found.
    /// </summary>
    /// <param name="name">The name. Space at its ends is cut off.</param>
    /// <param name="privacy">Who may see the board; null for public when it is created, and for any when it is
    /// found.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The board, and whether it was created.</returns>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    /// <exception cref="PinterestNameTakenException">A board of the name exists, and this token does not see it, or it has
    /// another privacy than <paramref name="privacy"/>.</exception>
    /// <exception cref="PinterestApiException">Pinterest refused to list or to create boards.</exception>
    public Task<FoundOrCreated<Board>> FindOrCreateBoardAsync(
        string name,
        BoardPrivacy? privacy = null,
        CancellationToken cancellationToken = default
    ) => FindOrCreateBoardAsync(new BoardCreate { Name = name, Privacy = privacy }, cancellationToken);

    /// <summary>
    /// Finds the user's board of a name, or creates it with a description and other settings. Names are compared without
    /// regard to case. When another process creates the board at the same moment, that board is found.
    /// </summary>
    /// <param name="board">The board to create. One that is found has the same name and privacy; its other settings may
    /// differ.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The board, and whether it was created.</returns>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    /// <exception cref="PinterestNameTakenException">A board of the name exists, and this token does not see it, or it has
    /// another privacy.</exception>
    /// <exception cref="PinterestApiException">Pinterest refused to list or to create boards.</exception>
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
                $"The board named '{name}' exists and is {actual}; {wanted} was asked for. "
                    + "Use it without a privacy, change its privacy, or choose another name.",
                name,
                result.Item.Id,
                null
            );
    }

    /// <summary>
    /// Finds the section of a name on a board, or creates it. Names are compared without regard to case. When another
    /// process creates the section at the same moment, that section is found.
    /// </summary>
    /// <param name="boardId">The board.</param>
    /// <param name="name">The name: 1 to 180 characters. Space at its ends is cut off.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The section, and whether it was created.</returns>
    /// <exception cref="ArgumentException">The id or the name is blank.</exception>
    /// <exception cref="PinterestNameTakenException">Pinterest says that the section exists, and does not list it.</exception>
    /// <exception cref="PinterestNotFoundException">There is no such board, or this token does not see it.</exception>
    /// <exception cref="PinterestApiException">Pinterest refused to list or to create sections.</exception>
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
            ? "It is probably secret: a token without boards:read_secret does not see it. "
                + "Ask the user for that scope, or choose another name."
            : $"Only the first {NamedThing<Board>.MostLookedAt} were looked at. Find it by its id.";
        return new PinterestNameTakenException(
            $"{thing} exists according to Pinterest (409), and the list does not show it. {reason}",
            name,
            null,
            refusal
        );
    }
}
