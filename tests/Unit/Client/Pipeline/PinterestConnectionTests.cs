using System.Net;
using Pinterest.OpenApi.Metadata;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Pipeline;

/// <summary>What is sent, and what the client makes of the response.</summary>
public sealed class PinterestConnectionTests
{
    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.Created)]
    [InlineData(HttpStatusCode.PartialContent)]
    public async Task Every_2xx_is_a_success(HttpStatusCode status) =>
        Assert.Equal(
            "1",
            (await new FakePinterest().Replies("""{"id":"1"}""", status).Client.Pins.CreateAsync(new PinCreate())).Id
        );

    [Fact]
    public async Task A_delete_that_replies_with_a_body_is_a_success() =>
        await new FakePinterest().Replies("{}").Client.Pins.DeleteAsync("1");

    [Fact]
    public async Task A_success_without_the_described_body_is_an_empty_model() =>
        Assert.Equal(
            "{}",
            PinterestJson.Serialize(
                await new FakePinterest().Replies("", HttpStatusCode.NoContent).Client.Pins.GetAsync("1")
            )
        );

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
            "boards/get: Pinterest replied 404 Not Found. \"Board not found.\" (code 40). "
                + "It does not exist, or it is not visible to this token: something secret is found only with the secret scope. "
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

    [Fact]
    public async Task A_success_that_is_not_JSON_is_an_error_with_its_text()
    {
        var error = await Assert.ThrowsAsync<PinterestApiException>(() =>
            new FakePinterest().Replies("<html>maintenance</html>", type: "text/html").Client.Boards.GetAsync("7")
        );

        Assert.Equal((HttpStatusCode.OK, "<html>maintenance</html>"), (error.Status, error.ResponseText));
    }

    [Fact]
    public async Task The_headers_of_a_success_are_told()
    {
        PinterestResponse? seen = null;
        var client = new FakePinterest()
            .Replies("{}", headers: [("x-ratelimit-limit", "100, 100;w=1"), ("X-Pinterest-RID", "4711")])
            .Client.With(options => options with { OnResponse = response => seen = response });

        await client.Boards.GetAsync("7");

        Assert.Equal("4711", seen!.Headers.RequestId);
        Assert.Equal("100, 100;w=1", seen.Headers["X-RateLimit-Limit"]);
        Assert.Equal(Operations.Boards.Get, seen.Operation);
    }

    [Fact]
    public async Task A_missing_argument_is_named_before_anything_is_sent()
    {
        var pinterest = new FakePinterest();

        Assert.Equal(
            "pinId",
            (await Assert.ThrowsAsync<ArgumentNullException>(() => pinterest.Client.Pins.GetAsync(null!))).ParamName
        );
        Assert.Equal(
            "pinId",
            (await Assert.ThrowsAsync<ArgumentException>(() => pinterest.Client.Pins.GetAsync(""))).ParamName
        );
        Assert.Equal(
            "body",
            (await Assert.ThrowsAsync<ArgumentNullException>(() => pinterest.Client.Pins.CreateAsync(null!))).ParamName
        );
        Assert.Empty(pinterest.Requests);
    }

    [Fact]
    public async Task An_id_cannot_leave_its_place_in_the_path()
    {
        var pinterest = new FakePinterest();

        await pinterest.Client.Pins.GetAsync("a/b?c#d/..");

        Assert.Equal(
            "https://api.pinterest.com/v5/pins/a%2Fb%3Fc%23d%2F..",
            pinterest.Requests[0].Request.RequestUri!.AbsoluteUri
        );
        await Assert.ThrowsAsync<ArgumentException>(() => pinterest.Client.Pins.GetAsync(".."));
        await Assert.ThrowsAsync<ArgumentException>(() => pinterest.Client.Pins.DeleteAsync("."));
        Assert.Single(pinterest.Requests);
    }

    [Fact]
    public async Task A_form_is_sent_as_a_form_with_its_grant_type()
    {
        var pinterest = new FakePinterest().Replies(
            """{"access_token":"a","response_type":"authorization_code","refresh_token":"r"}"""
        );

        var reply = await pinterest.Client.OAuth.CreateTokenAsync(
            new OauthAccessTokenRequestCode { Code = "c d", RedirectUri = "http://localhost/" }
        );

        Assert.Equal(
            "grant_type=authorization_code&code=c+d&redirect_uri=http%3A%2F%2Flocalhost%2F",
            pinterest.Requests[0].Body
        );
        Assert.Equal("r", Assert.IsType<OauthAccessTokenResponseCode>(reply).RefreshToken);
    }

    [Fact]
    public async Task A_body_has_a_length_and_a_content_type()
    {
        var pinterest = new FakePinterest();

        await pinterest.Client.Pins.CreateAsync(new PinCreate { Title = "ü" });

        var headers = pinterest.Requests[0].Request.Content!.Headers;
        Assert.Equal((14L, "application/json"), (headers.ContentLength, headers.ContentType!.ToString()));
    }

    [Fact]
    public async Task A_cancelled_call_ends() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new FakePinterest().Client.Pins.GetAsync("1", cancellationToken: new CancellationToken(true))
        );

    [Fact]
    public async Task The_ad_account_fills_the_query_only_where_the_operation_has_it_and_the_call_does_not_set_it()
    {
        var pinterest = new FakePinterest();
        var client = pinterest.Client.With(o => o with { AdAccountId = "42" });

        await client.Pins.GetAsync("1");
        await client.Pins.GetAsync("1", adAccountId: "7");
        await client.AdAccounts.GetAsync("9");
        await client.UserAccount.ListFollowersAsync();

        Assert.Equal(
            ["?ad_account_id=42", "?ad_account_id=7", "", ""],
            pinterest.Requests.Select(sent => sent.Request.RequestUri!.Query)
        );
    }
}
