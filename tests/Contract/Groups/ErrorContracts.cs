using PactNet.Matchers;
using Pinterest.OpenApi.Models;
using static Pinterest.OpenApi.Contract.Examples;

namespace Pinterest.OpenApi.Contract;

/// <summary>What the client makes of each kind of refusal.</summary>
internal static class ErrorContracts
{
    public static IEnumerable<ContractCase> All =>
        [
            new ContractCase("a request for a page that is too large")
                .When(HttpMethod.Get, "/boards", ("page_size", "251"))
                .Responds(400, Error(1, "page_size is too large"))
                .Throws<PinterestBadRequestException>(
                    // A method would not send it.
                    client =>
                        client.SendAsync(
                            new PinterestRawCall(HttpMethod.Get, "/boards") { Query = [new("page_size", "251")] }
                        ),
                    error => Assert.Equal((1, "page_size is too large"), (error.Code, error.ApiMessage))
                ),
            new ContractCase("a request with an access token that has expired")
                .Given("the access token has expired")
                .When(HttpMethod.Get, "/user_account")
                .Responds(401, new { code = Match.Equality(2), message = Match.Type("Authentication failed.") })
                .Throws<PinterestAuthenticationFailedException>(client => client.UserAccount.GetAsync()),
            new ContractCase("a request with an access token that lacks a scope")
                .Given("the access token lacks a scope")
                .When(HttpMethod.Get, "/user_account")
                .Responds(401, new { code = Match.Equality(3), message = Match.Include("sufficient permissions") })
                .Throws<PinterestMissingScopeException>(client => client.UserAccount.GetAsync()),
            new ContractCase("a request of an app with trial access")
                .Given("a board exists", ("board_id", BoardId))
                .Given("the app has trial access")
                .When(HttpMethod.Delete, $"/boards/{BoardId}")
                .Responds(403, new { code = Match.Equality(29), message = Match.Include("Trial access") })
                .Throws<PinterestTrialAccessException>(client => client.Boards.DeleteAsync(BoardId)),
            new ContractCase("a request to change somebody else's board")
                .Given("a board exists", ("board_id", BoardId), ("owner", "stranger"))
                .When(HttpMethod.Patch, $"/boards/{BoardId}")
                .Sending(new { name = BoardName })
                .Responds(
                    403,
                    new
                    {
                        code = Match.Equality(29),
                        message = Match.Type("You are not permitted to access that resource."),
                    }
                )
                .Throws<PinterestForbiddenException>(client =>
                    client.Boards.UpdateAsync(BoardId, new BoardUpdate { Name = BoardName })
                ),
            new ContractCase("a request for a board that does not exist")
                .Given("the account is empty")
                .When(HttpMethod.Get, $"/boards/{OtherBoardId}")
                .Responds(404, Error(40, "Board not found."))
                .Throws<PinterestNotFoundException>(
                    client => client.Boards.GetAsync(OtherBoardId),
                    error => Assert.Equal(40, error.Code)
                ),
            new ContractCase("a request to create a section of a name that is taken")
                .Given(
                    "a board section exists",
                    ("board_id", BoardId),
                    ("section_id", SectionId),
                    ("name", SectionName)
                )
                .When(HttpMethod.Post, $"/boards/{BoardId}/sections")
                .Sending(new { name = SectionName })
                .Responds(409, Error(2032, "The name is taken."))
                .Throws<PinterestConflictException>(client =>
                    client.Boards.CreateSectionAsync(BoardId, new BoardSection { Name = SectionName })
                ),
            new ContractCase("a request when the rate limit is spent")
                .Given("the rate limit is spent")
                .When(HttpMethod.Get, "/boards")
                .Responds(
                    429,
                    new { code = Match.Equality(8), message = Match.Type("You have exceeded your rate limit.") }
                )
                .WithHeader("x-ratelimit-remaining", "0")
                .WithHeader("x-ratelimit-reset", "1")
                .Throws<PinterestRateLimitedException>(
                    client => client.Boards.ListAsync(),
                    error => Assert.NotNull(error.ResetsAt)
                ),
            new ContractCase("a request that looks like spam")
                .Given("a board exists", ("board_id", BoardId))
                .Given("the request looks like spam")
                .When(HttpMethod.Post, "/pins")
                .Sending(new { board_id = BoardId })
                .Responds(429, new { code = Match.Type(9), message = Match.Include("spam") })
                .Throws<PinterestSpamException>(client => client.Pins.CreateAsync(new PinCreate { BoardId = BoardId })),
            new ContractCase("a request when the server fails")
                .Given("the server fails")
                .When(HttpMethod.Get, "/boards")
                .Responds(500)
                .Throws<PinterestServerException>(client => client.Boards.ListAsync()),
            new ContractCase("a request when the server is unavailable")
                .Given("the server is unavailable")
                .When(HttpMethod.Get, "/boards")
                .Responds(503)
                .Throws<PinterestServerException>(client => client.Boards.ListAsync()),
        ];
}
