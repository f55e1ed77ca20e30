using Pinterest.OpenApi.Models;
using static Pinterest.OpenApi.Contract.Examples;

namespace Pinterest.OpenApi.Contract;

internal static class SearchContracts
{
    public static IEnumerable<ContractCase> All =>
        [
            new ContractCase("a search for Pins")
                .Given("a Pin exists", ("pin_id", PinId), ("board_id", BoardId), ("title", "Oak table"))
                .When(HttpMethod.Get, "/search/pins", ("query", "oak table"))
                .Responds(200, Page(Pin()))
                .Checked(async client =>
                    Assert.Equal(PinId, (await client.Pinterest.Search.ListPinsAsync("oak table")).Items[0].Id)
                ),
            new ContractCase("a search for boards")
                .Given("a board exists", ("board_id", BoardId), ("name", "Oak & ash"))
                .When(HttpMethod.Get, "/search/boards", ("query", "oak &"), ("page_size", "10"))
                .Responds(200, Page(Board()))
                .Checked(async client =>
                    Assert.Equal(
                        BoardId,
                        (await client.Pinterest.Search.ListBoardsAsync(query: "oak &", pageSize: 10)).Items[0].Id
                    )
                ),
        ];
}
