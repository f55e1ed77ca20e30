using System.Net;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using Pinterest.OpenApi;
using Pinterest.OpenApi.Models;

namespace YourApp;

/// <summary>The catalog against a fake of a group, without a server: with pages and errors that the test makes.</summary>
public sealed class BoardCatalogFakeTests
{
    private readonly IPinterestClient _pinterest = Substitute.For<IPinterestClient>();

    [Fact]
    public async Task A_board_on_the_second_page_is_found()
    {
        #region pages
        var pages = BookmarkPager.FromPages<Board>([
            [new Board { Id = "1", Name = "Baths" }],
            [new Board { Id = "2", Name = "Kitchens" }],
        ]);
        _pinterest.Boards.EnumerateAsync().ReturnsForAnyArgs(pages);

        Assert.Equal("2", await new BoardCatalog(_pinterest).EnsureAsync("Kitchens"));
        #endregion
        await _pinterest.Boards.DidNotReceiveWithAnyArgs().CreateAsync(default!);
    }

    [Fact]
    public async Task A_board_that_Pinterest_refuses_is_an_error()
    {
        #region error
        _pinterest.Boards.EnumerateAsync().ReturnsForAnyArgs(BookmarkPager.FromItems<Board>([]));
        _pinterest
            .Boards.CreateAsync(default!)
            .ThrowsAsyncForAnyArgs(PinterestExceptionFactory.Create(HttpStatusCode.Conflict, code: 58));

        await Assert.ThrowsAsync<PinterestConflictException>(() =>
            new BoardCatalog(_pinterest).EnsureAsync("Kitchens")
        );
        #endregion
    }
}
