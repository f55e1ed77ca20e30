using System.Net;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Errors;

public sealed class ErrorClassifierTests
{
    [Theory]
    [InlineData(400, """{"code":1,"message":"Invalid board id"}""", typeof(PinterestBadRequestException))]
    [InlineData(
        401,
        """{"code":2,"message":"Authentication failed."}""",
        typeof(PinterestAuthenticationFailedException)
    )]
    [InlineData(
        401,
        """{"code":3,"message":"Your token does not have sufficient permissions"}""",
        typeof(PinterestMissingScopeException)
    )]
    [InlineData(401, """{"code":3,"message":"restricted feature: analytics"}""", typeof(PinterestTrialAccessException))]
    [InlineData(
        403,
        """{"code":29,"message":"Apps with Trial access may not create Pins in production"}""",
        typeof(PinterestTrialAccessException)
    )]
    [InlineData(
        403,
        """{"code":29,"message":"You are not permitted to access that resource."}""",
        typeof(PinterestForbiddenException)
    )]
    [InlineData(
        403,
        """{"code":7,"message":"Missing: ['pins:write'] scope"}""",
        typeof(PinterestMissingScopeException)
    )]
    [InlineData(404, """{"code":2,"message":"AdAccount not found."}""", typeof(PinterestNotFoundException))]
    [InlineData(
        409,
        """{"code":58,"message":"You already have a board with this name."}""",
        typeof(PinterestConflictException)
    )]
    [InlineData(
        429,
        """{"code":8,"message":"You have exceeded your rate limit."}""",
        typeof(PinterestRateLimitedException)
    )]
    [InlineData(429, """{"code":9,"message":"This looks like spam."}""", typeof(PinterestSpamException))]
    [InlineData(500, "", typeof(PinterestServerException))]
    [InlineData(503, "<html/>", typeof(PinterestServerException))]
    [InlineData(418, """{"code":0}""", typeof(PinterestApiException))]
    public async Task An_error_has_the_type_of_what_it_means(int status, string body, Type expected)
    {
        var error = await Assert.ThrowsAnyAsync<PinterestApiException>(() =>
            new FakePinterest().Replies(body, (HttpStatusCode)status).Client.Boards.GetAsync("7")
        );

        Assert.Equal(expected, error.GetType());
        Assert.StartsWith($"boards/get: Pinterest returned {status}", error.Message, StringComparison.Ordinal);
        Assert.IsAssignableFrom<PinterestException>(error);
    }

    [Fact]
    public async Task A_missing_scope_says_which_are_needed()
    {
        var error = await Assert.ThrowsAsync<PinterestMissingScopeException>(() =>
            new FakePinterest()
                .Replies("""{"code":3}""", HttpStatusCode.Unauthorized)
                .Client.Pins.SaveAsync("1", new PinSaveRequest())
        );

        Assert.Contains(
            "pins/save requires pinterest_oauth2 with boards:read, boards:write, pins:read, pins:write.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_server_writes_no_line_of_a_log_and_moves_no_cursor()
    {
        var client = new FakePinterest()
            .Replies(
                """{"code":1,"message":"a\u001b[2Jb\nFAKE: line\u2028c\u202Ed"}""",
                System.Net.HttpStatusCode.BadRequest
            )
            .Client;

        var error = await Assert.ThrowsAnyAsync<PinterestApiException>(() => client.Boards.GetAsync("7"));

        Assert.Contains("a\uFFFD[2Jb\uFFFDFAKE: line\uFFFDc\uFFFDd", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gigantic_error_is_cut()
    {
        var error = await Assert.ThrowsAsync<PinterestServerException>(() =>
            new FakePinterest()
                .Replies(new string('x', 10_000_000), HttpStatusCode.InternalServerError)
                .Client.Boards.GetAsync("7")
        );

        Assert.Equal(64 * 1024, error.ResponseText.Length);
    }

    [Fact]
    public async Task An_error_keeps_status_code_message_headers_and_text()
    {
        const string body = """{"code":40,"message":"Board not found.","status":"failure"}""";
        var pinterest = new FakePinterest().Replies(
            body,
            HttpStatusCode.NotFound,
            headers: ("x-pinterest-rid", "4711")
        );

        var error = await Assert.ThrowsAsync<PinterestNotFoundException>(() => pinterest.Client.Boards.GetAsync("7"));

        Assert.Equal(
            (HttpStatusCode.NotFound, 40, "Board not found.", "4711", body),
            (error.Status, error.Code, error.ApiMessage, error.RequestId, error.ResponseText)
        );
        Assert.Equal("boards/get", error.Operation.Id);
        Assert.Equal(
            "boards/get: Pinterest returned 404 Not Found. \"Board not found.\" (code 40). "
                + "It does not exist, or this token cannot see it. Secret boards and Pins require the secret scope. "
                + "Request id 4711.",
            error.Message
        );
        Assert.Equal(40, error.ReadBody<ApiError>()!.Code);
    }

    [Theory]
    [InlineData("<html>Bad gateway</html>", "text/html")]
    [InlineData("", "application/json")]
    [InlineData("{\"code\":\"odd\"", "application/json")]
    public async Task An_error_that_is_not_JSON_keeps_its_text(string body, string type)
    {
        var error = await Assert.ThrowsAsync<PinterestServerException>(() =>
            new FakePinterest().Replies(body, HttpStatusCode.BadGateway, type).Client.Boards.GetAsync("7")
        );

        Assert.Equal((HttpStatusCode.BadGateway, body, null), (error.Status, error.ResponseText, error.Code));
    }
}
