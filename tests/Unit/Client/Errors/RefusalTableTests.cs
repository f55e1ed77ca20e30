using System.Net;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Errors;

/// <summary>Status, code and message decide together, and a text that a user wrote decides nothing.</summary>
public sealed class RefusalTableTests
{
    [Theory]
    [InlineData(401, 3, "restricted feature: analytics", PinterestErrorKind.TrialAccess)]
    [InlineData(403, 29, "Apps with Trial access may not create Pins in production", PinterestErrorKind.TrialAccess)]
    [InlineData(403, 29, "You are not permitted to access that resource.", PinterestErrorKind.Forbidden)]
    [InlineData(401, 3, "Your token does not have sufficient permissions", PinterestErrorKind.MissingScope)]
    [InlineData(401, 3, "APPLICATION CONSUMER TYPE IS NOT SUPPORTED", PinterestErrorKind.AppNotApproved)]
    [InlineData(403, 7, "Missing: ['pins:write'] scope", PinterestErrorKind.MissingScope)]
    [InlineData(401, 2, "Authentication failed.", PinterestErrorKind.Authentication)]
    [InlineData(404, 2, "AdAccount not found.", PinterestErrorKind.NotFound)]
    [InlineData(404, 40, "Board not found.", PinterestErrorKind.NotFound)]
    [InlineData(409, 58, "Taken.", PinterestErrorKind.AlreadyExists)]
    [InlineData(409, 2032, "Taken.", PinterestErrorKind.AlreadyExists)]
    [InlineData(409, 1, "A board of this name exists already", PinterestErrorKind.AlreadyExists)]
    [InlineData(409, 1, "The catalog does not exist.", PinterestErrorKind.MissingPrerequisite)]
    [InlineData(409, 1, "Another update runs.", PinterestErrorKind.Conflict)]
    [InlineData(429, 8, "You have exceeded your rate limit.", PinterestErrorKind.RateLimited)]
    [InlineData(429, 8, "This looks like spam.", PinterestErrorKind.Spam)]
    [InlineData(403, 9, "No.", PinterestErrorKind.Spam)]
    [InlineData(500, 9, "No.", PinterestErrorKind.Spam)]
    [InlineData(500, 12, "Something went wrong on our end.", PinterestErrorKind.Server)]
    [InlineData(400, 0, "Something went wrong on our end.", PinterestErrorKind.Server)]
    [InlineData(400, 0, "You exceeded your quota. Retry after 5 minutes.", PinterestErrorKind.RateLimited)]
    [InlineData(408, 0, "", PinterestErrorKind.Server)]
    [InlineData(422, 1, "Invalid event.", PinterestErrorKind.BadRequest)]
    [InlineData(400, 1, "Invalid board id", PinterestErrorKind.BadRequest)]
    [InlineData(400, 1, "Unable to download the image", PinterestErrorKind.ImageUnreachable)]
    [InlineData(403, 1, "The site does not allow saving.", PinterestErrorKind.ContentNotAllowed)]
    [InlineData(418, 1, "I am a teapot.", PinterestErrorKind.Unknown)]
    public async Task Status_code_and_message_decide_together(
        int status,
        int code,
        string text,
        PinterestErrorKind expected
    ) => Assert.Equal(expected, (await RefuseAsync(status, Body(code, text))).Kind);

    [Theory]
    [InlineData(400, 1, "Invalid title 'No spam, as spam goes'.", PinterestErrorKind.BadRequest)]
    [InlineData(400, 1, "Invalid title \"We've hit a block to combat spam\".", PinterestErrorKind.BadRequest)]
    [InlineData(
        400,
        1,
        "Invalid title \u201Cquota exceeded, retry after 9 seconds\u201D.",
        PinterestErrorKind.BadRequest
    )]
    [InlineData(400, 1, "Invalid name `could not fetch the image`", PinterestErrorKind.BadRequest)]
    [InlineData(403, 29, "The board 'Trial access' is not yours.", PinterestErrorKind.Forbidden)]
    [InlineData(404, 40, "Board 'spam' not found.", PinterestErrorKind.NotFound)]
    [InlineData(409, 58, "The board 'without an existing catalog' is there.", PinterestErrorKind.AlreadyExists)]
    [InlineData(400, 12, "We could not save 'combat spam'.", PinterestErrorKind.Server)]
    [InlineData(403, 1, "This site 'example.com' doesn't allow saving.", PinterestErrorKind.ContentNotAllowed)]
    public async Task What_a_user_wrote_decides_nothing(
        int status,
        int code,
        string text,
        PinterestErrorKind expected
    ) => Assert.Equal(expected, (await RefuseAsync(status, Body(code, text))).Kind);

    [Theory]
    [InlineData("""{"code":"3","message":"m"}""", 3, "m")]
    [InlineData("""{"code":" 3 ","message":"m"}""", 3, "m")]
    [InlineData("""{"status":3,"message":"m"}""", 3, "m")]
    [InlineData("""{"status":"3","message":"m"}""", 3, "m")]
    [InlineData("""{"status":401,"message":"m"}""", null, "m")]
    [InlineData("""{"status":"failure","code":3,"message":"m"}""", 3, "m")]
    [InlineData("""{"error":{"code":3,"message":"m"}}""", 3, "m")]
    [InlineData("""{"status":"failure","error":{"code":"3","message":"m"}}""", 3, "m")]
    [InlineData("""{"errors":[{"code":3,"message":"m"},{"code":4}]}""", 3, "m")]
    [InlineData("""{"data":{"error":{"code":3,"message":"m"}}}""", 3, "m")]
    [InlineData("""[{"code":3,"message":"m"}]""", 3, "m")]
    [InlineData("""[null,{"code":3,"message":"m"}]""", 3, "m")]
    [InlineData("""{"error":"m"}""", null, "m")]
    [InlineData("""{"error":"e","error_description":"m"}""", null, "m")]
    [InlineData("""{"code":3,"message_detail":"m"}""", 3, "m")]
    [InlineData("""{"code":3,"message":{"title":["m"]}}""", 3, """{"title":["m"]}""")]
    [InlineData("""{"code":3,"message":null,"detail":"m"}""", 3, "m")]
    [InlineData("""{"errors":["m"]}""", null, """["m"]""")]
    [InlineData("""["m"]""", null, """["m"]""")]
    [InlineData("\"m\"", null, "m")]
    [InlineData("upstream refused", null, "upstream refused")]
    [InlineData("""{"code":3}""", 3, null)]
    [InlineData("""{"code":3.5,"message":"m"}""", null, "m")]
    [InlineData("""{"code":99999999999999999999,"message":"m"}""", null, "m")]
    [InlineData("""{"code":-1,"message":"m"}""", -1, "m")]
    [InlineData("""{"code":true,"message":7}""", null, null)]
    [InlineData("<html>no</html>", null, null)]
    [InlineData("{\"code\":3,\"mess", null, null)]
    [InlineData("[[[[[[[[", null, null)]
    [InlineData("[]", null, null)]
    [InlineData("null", null, null)]
    [InlineData("\0\u0001", null, "\0\u0001")]
    [InlineData("", null, null)]
    public async Task Code_and_message_are_found_in_every_form_and_the_text_is_kept(
        string body,
        int? code,
        string? message
    )
    {
        var error = await RefuseAsync(401, body);

        Assert.Equal((code, message, body), (error.Code, error.ApiMessage, error.ResponseText));
        Assert.StartsWith("boards/get: Pinterest returned 401 Unauthorized", error.Message, StringComparison.Ordinal);
        Assert.Contains(code is { } known ? $"(code {known})." : ".", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_body_makes_anything_else_fail()
    {
        const int seed = 20260101;
        var random = new Random(seed);
        const string letters = "{}[]\":,\\'`*0123456789eE+-.codemessagerrstu \u201C\u201D\0\n";
        for (var i = 0; i < 2000; i++)
        {
            var body = new string(random.GetItems<char>(letters, random.Next(60)));
            var error = await RefuseAsync(random.Next(300, 600), body);
            Assert.Equal(body, error.ResponseText);
            Assert.Null(Record.Exception(() => error.ReadBody<ApiError>()));
        }

        var deep = string.Concat(Enumerable.Repeat("{\"error\":", 5000)) + "1";
        Assert.Equal(deep, (await RefuseAsync(400, deep)).ResponseText);
        var quoted = string.Concat(Enumerable.Repeat(" 'a", 20_000));
        Assert.Equal(quoted, (await RefuseAsync(400, Body(1, quoted))).ApiMessage);
    }

    [Theory]
    [InlineData("Retry after 1 seconds.", 1)]
    [InlineData("retry after 90 second", 90)]
    [InlineData("Quota exceeded. RETRY AFTER 5 minutes", 300)]
    [InlineData("try again in 2 hours", 7200)]
    [InlineData("Please try again in 30s.", 30)]
    [InlineData("Retry after 604800 seconds", 604800)]
    [InlineData("Retry after 604801 seconds", null)]
    [InlineData("Retry after 99999999999999 seconds", null)]
    [InlineData("Retry after five seconds", null)]
    [InlineData("Retry later", null)]
    [InlineData("", null)]
    public async Task The_wait_is_read_from_the_message(string text, int? seconds) =>
        Assert.Equal(
            seconds,
            (await RefuseAsync(503, Body(0, text))).RetryAfter is { } wait ? (int)wait.TotalSeconds : null
        );

    [Theory]
    [InlineData(503, "7", null, 7)]
    [InlineData(503, null, "9", 5)]
    [InlineData(429, null, "9", 9)]
    [InlineData(429, "7", "9", 7)]
    [InlineData(429, "soon", null, 5)]
    [InlineData(400, "7", null, 7)]
    [InlineData(400, null, null, 5)]
    [InlineData(403, null, null, null)]
    public async Task The_headers_say_it_before_the_message(int status, string? after, string? reset, int? seconds)
    {
        (string, string)[] headers =
        [
            .. after is null ? [] : new[] { ("Retry-After", after) },
            .. reset is null ? [] : new[] { ("x-ratelimit-reset", reset) },
        ];
        var pinterest = new FakePinterest().Replies(
            Body(0, "Please try again in 5 seconds"),
            (HttpStatusCode)status,
            headers: headers
        );

        var error = await Assert.ThrowsAnyAsync<PinterestApiException>(() => pinterest.Client.Boards.GetAsync("7"));

        Assert.Equal(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null, error.RetryAfter);
    }

    [Fact]
    public async Task Every_kind_stands_in_the_table_of_the_page()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "errors.md"));

        Assert.Empty(
            Enum.GetNames<PinterestErrorKind>()
                .Where(kind => !page.Contains($"\n| `{kind}` |", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Every_kind_has_a_row_and_every_row_but_the_last_says_what_to_do()
    {
        Assert.Equal(
            Enum.GetValues<PinterestErrorKind>().Except([PinterestErrorKind.UnreadableResponse]),
            RefusalTable.All.Select(row => row.Kind).Distinct().Order()
        );
        Assert.All(
            RefusalTable.All.SkipLast(1),
            row => Assert.EndsWith(".", row.Advice.Replace("{again}", "."), StringComparison.Ordinal)
        );
        Assert.Equal(PinterestErrorKind.Unknown, RefusalTable.All[^1].Kind);
        Assert.DoesNotContain(RefusalTable.All, row => row.IsUncertain && !row.IsTransient);
    }

    private static string Body(int code, string message) =>
        Newtonsoft.Json.JsonConvert.SerializeObject(new { code, message });

    private static Task<PinterestApiException> RefuseAsync(int status, string body) =>
        Assert.ThrowsAnyAsync<PinterestApiException>(() =>
            new FakePinterest().Replies(body, (HttpStatusCode)status).Client.Boards.GetAsync("7")
        );
}
