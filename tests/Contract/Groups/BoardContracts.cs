using PactNet.Matchers;
using Pinterest.OpenApi.Models;
using static Pinterest.OpenApi.Contract.Examples;

namespace Pinterest.OpenApi.Contract;

internal static class BoardContracts
{
    private const string Bookmark = "Y2JrMQ";
    private const string NextBookmark = "Y2JrMg";

    private const string Board1 = $"/boards/{BoardId}";

    public static IEnumerable<ContractCase> All =>
        [
            new ContractCase("a request for the first page of boards")
                .Given("boards exist", ("count", "60"))
                .When(HttpMethod.Get, "/boards", ("page_size", "25"))
                .Responds(200, Page(Board(), Bookmark))
                .Checked(async client =>
                {
                    var page = await client.Pinterest.Boards.ListAsync(pageSize: 25);
                    Assert.Equal(
                        (BoardId, BoardName, BoardPrivacy.Public, UserName, Bookmark),
                        (
                            page.Items[0].Id,
                            page.Items[0].Name,
                            page.Items[0].Privacy,
                            page.Items[0].Owner!.Username,
                            page.Bookmark
                        )
                    );
                    Assert.Equal(
                        (new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), 0),
                        (page.Items[0].CreatedAt, page.Items[0].PinCount)
                    );
                }),
            new ContractCase("a request for a middle page of boards")
                .Given("boards exist", ("count", "60"))
                .When(HttpMethod.Get, "/boards", ("bookmark", Bookmark), ("page_size", "25"))
                .Responds(200, Page(Board(), NextBookmark))
                .Checked(async client =>
                    Assert.Equal(
                        NextBookmark,
                        (await client.Pinterest.Boards.ListAsync(bookmark: Bookmark, pageSize: 25)).Bookmark
                    )
                ),
            new ContractCase("a request for the last page of boards")
                .Given("the account is empty")
                .Given("boards exist", ("count", "40"))
                .When(HttpMethod.Get, "/boards", ("bookmark", Bookmark), ("page_size", "25"))
                .Responds(200, Page(Board()))
                .Checked(async client =>
                {
                    var boards = new List<Board>();
                    await foreach (
                        var board in client.Pinterest.Boards.EnumerateAsync(bookmark: Bookmark, pageSize: 25)
                    )
                    {
                        boards.Add(board);
                    }
                    Assert.Equal(BoardName, Assert.Single(boards).Name);
                }),
            new ContractCase("a request for the secret boards")
                .Given("a board exists", ("board_id", BoardId), ("name", BoardName), ("privacy", "SECRET"))
                .When(HttpMethod.Get, "/boards", ("privacy", "SECRET"))
                .Responds(
                    200,
                    new
                    {
                        items = Match.MinType(
                            new
                            {
                                id = Id(BoardId),
                                name = Match.Type(BoardName),
                                privacy = Match.Equality("SECRET"),
                            },
                            1
                        ),
                    }
                )
                .Checked(async client =>
                    Assert.Equal(
                        BoardPrivacy.Secret,
                        (await client.Pinterest.Boards.ListAsync(privacy: BoardPrivacyFilter.Secret)).Items[0].Privacy
                    )
                ),
            new ContractCase("a request for a board")
                .Given("a board exists", ("board_id", BoardId), ("name", BoardName))
                .When(HttpMethod.Get, Board1)
                .Responds(200, Board(BoardName))
                .Checked(async client =>
                    Assert.Equal(BoardName, (await client.Pinterest.Boards.GetAsync(BoardId)).Name)
                ),
            new ContractCase("a request to create a board")
                .Given("the account is empty")
                .When(HttpMethod.Post, "/boards")
                .Sending(
                    new
                    {
                        name = BoardName,
                        description = PinText,
                        privacy = "PUBLIC",
                    }
                )
                .Responds(201, Board(BoardName))
                .Checked(async client =>
                    Assert.Equal(
                        BoardId,
                        (
                            await client.Pinterest.Boards.CreateAsync(
                                new BoardCreate
                                {
                                    Name = BoardName,
                                    Description = PinText,
                                    Privacy = BoardPrivacy.Public,
                                }
                            )
                        ).Id
                    )
                ),
            new ContractCase("a request to rename a board")
                .Given("the account is empty")
                .Given("a board exists", ("board_id", BoardId))
                .When(HttpMethod.Patch, Board1)
                .Sending(new { name = BoardName })
                .Responds(200, Board(BoardName))
                .Checked(async client =>
                    Assert.Equal(
                        BoardName,
                        (await client.Pinterest.Boards.UpdateAsync(BoardId, new BoardUpdate { Name = BoardName })).Name
                    )
                ),
            new ContractCase("a request to clear the description of a board")
                .Given("a board exists", ("board_id", BoardId), ("description", PinText))
                .When(HttpMethod.Patch, Board1)
                .Sending(new { description = (string?)null })
                .Responds(200, new { id = Id(BoardId), description = Match.Null() })
                .Checked(async client =>
                    Assert.Null(
                        (
                            await client.Pinterest.Boards.UpdateAsync(
                                BoardId,
                                new BoardUpdate().Clear(board => board.Description)
                            )
                        ).Description
                    )
                ),
            new ContractCase("a request to delete a board")
                .Given("a board exists", ("board_id", BoardId))
                .When(HttpMethod.Delete, Board1)
                .Responds(204)
                .Checked(client => client.Pinterest.Boards.DeleteAsync(BoardId)),
            new ContractCase("a request for the Pins of a board")
                .Given("a Pin exists", ("board_id", BoardId), ("pin_id", PinId))
                .When(HttpMethod.Get, Board1 + "/pins", ("creative_types", "REGULAR"), ("creative_types", "VIDEO"))
                .Responds(200, Page(Pin()))
                .Checked(async client =>
                    Assert.Equal(
                        BoardId,
                        (
                            await client.Pinterest.Boards.ListPinsAsync(
                                BoardId,
                                creativeTypes: [CreativeType.Regular, CreativeType.Video]
                            )
                        )
                            .Items[0]
                            .BoardId
                    )
                ),
        ];
}
