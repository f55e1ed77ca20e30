using System.Net;
using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Metadata;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Pipeline;

/// <summary>A body becomes the model that was promised, or an error that keeps its text.</summary>
public sealed class ResponseReaderTests
{
    [Theory]
    [InlineData(HttpStatusCode.OK, "", "empty")]
    [InlineData(HttpStatusCode.OK, "null", "null")]
    [InlineData(HttpStatusCode.OK, " null ", "null")]
    [InlineData(HttpStatusCode.NoContent, "", "empty")]
    [InlineData(HttpStatusCode.ResetContent, "", "empty")]
    public async Task A_success_without_the_promised_object_is_an_error(
        HttpStatusCode status,
        string body,
        string found
    )
    {
        var error = await Assert.ThrowsAsync<PinterestApiException>(() =>
            new FakePinterest().Replies(body, status).Client.Pins.GetAsync("1")
        );

        Assert.Equal(
            (status, PinterestErrorKind.UnreadableResponse, false, false),
            (error.Status, error.Kind, error.IsTransient, error.MayHaveHappened)
        );
        Assert.EndsWith(
            $" The body is {found}, but the description promises content.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    public async Task A_creation_whose_response_is_empty_has_happened(string body)
    {
        var error = await Assert.ThrowsAsync<PinterestApiException>(() =>
            new FakePinterest()
                .Replies(body, HttpStatusCode.Created)
                .Client.Boards.CreateAsync(new BoardCreate { Name = "Kitchens" })
        );

        Assert.True(error.MayHaveHappened);
        Assert.EndsWith(
            "The status says that the call succeeded. Check whether it did before you send it again.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    public async Task An_enumeration_does_not_end_quietly_on_an_empty_page(string body)
    {
        var pinterest = new FakePinterest().Replies("""{"items":[{"id":"1"}],"bookmark":"b"}""").Replies(body);
        var ids = new List<string?>();

        var error = await Assert.ThrowsAsync<PinterestApiException>(async () =>
        {
            await foreach (var board in pinterest.Client.Boards.EnumerateAsync())
            {
                ids.Add(board.Id);
            }
        });

        Assert.Equal(["1"], ids);
        Assert.Equal((PinterestErrorKind.UnreadableResponse, "b"), (error.Kind, error.ResumeBookmark));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"bookmark":"c"}""")]
    [InlineData("""{"items":null,"bookmark":"c"}""")]
    [InlineData("""{"items":{"id":"2"}}""")]
    [InlineData("""{"code":8,"message":"not a page"}""")]
    public async Task An_enumeration_does_not_end_quietly_on_a_page_without_items(string body)
    {
        var pinterest = new FakePinterest().Replies("""{"items":[{"id":"1"}],"bookmark":"b"}""").Replies(body);
        var ids = new List<string?>();

        var error = await Assert.ThrowsAsync<PinterestApiException>(async () =>
        {
            await foreach (var board in pinterest.Client.Boards.EnumerateAsync())
            {
                ids.Add(board.Id);
            }
        });

        Assert.Equal(["1"], ids);
        Assert.Equal((PinterestErrorKind.UnreadableResponse, "b"), (error.Kind, error.ResumeBookmark));
        Assert.Equal(HttpStatusCode.OK, error.Status);
        Assert.Equal(body, error.ResponseText);
        Assert.Equal(
            "boards/list: Pinterest returned 200 OK. The body has no list of items, but the description requires "
                + "one. See ResponseText.",
            error.Message
        );
    }

    [Fact]
    public async Task One_page_without_items_is_the_same_error_and_an_empty_page_is_none()
    {
        await Assert.ThrowsAsync<PinterestApiException>(() =>
            new FakePinterest().Replies("{}").Client.Boards.ListAsync()
        );
        Assert.Empty((await new FakePinterest().Replies("""{"items":[]}""").Client.Boards.ListAsync()).Items);
    }

    // Each page of the description requires its items, so each class of a page has to be asked.
    [Fact]
    public void Every_page_of_the_description_knows_that_it_lacks_its_items()
    {
        var pages = typeof(PinterestClient)
            .Assembly.GetExportedTypes()
            .Where(type =>
                type.IsSubclassOf(typeof(PinterestModel))
                && type.GetInterfaces()
                    .Any(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IPage<>))
            )
            .ToList();

        Assert.InRange(pages.Count, 30, 100);
        Assert.All(pages, type => Assert.True(((PinterestModel)Activator.CreateInstance(type)!).LacksItems));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    public async Task A_list_and_a_dictionary_that_were_promised_are_missed_too(string body)
    {
        var day = new DateOnly(2026, 1, 1);

        await Assert.ThrowsAsync<PinterestApiException>(() =>
            new FakePinterest()
                .Replies(body)
                .Client.AdAccounts.GetAnalyticsAsync("9", day, day, [AnalyticsColumn.SpendInDollar], Granularity.Day)
        );
        await Assert.ThrowsAsync<PinterestApiException>(() =>
            new FakePinterest().Replies(body).Client.UserAccount.GetAnalyticsAsync(day, day)
        );
    }

    [Fact]
    public async Task No_content_is_a_success_where_the_description_promises_none()
    {
        await new FakePinterest().Replies("", HttpStatusCode.NoContent).Client.Pins.DeleteAsync("1");
        await new FakePinterest().Replies("").Client.Pins.DeleteAsync("1");

        // The description promises the deleted request, but a deletion has nothing to say.
        var deletion = Operations.All.First(operation =>
            operation.Method == HttpMethod.Delete && operation.EmptySuccessCodes.Count == 0
        );
        Assert.Equal([200], deletion.SuccessCodes);
        Assert.Equal([204], Operations.Find("pins/delete").EmptySuccessCodes);
        Assert.Equal([200], Operations.Find("msot_events/create").EmptySuccessCodes);
        Assert.Empty(Operations.Find("pins/get").EmptySuccessCodes);
    }

    [Fact]
    public async Task A_success_that_is_not_JSON_is_an_error_with_its_text()
    {
        var error = await Assert.ThrowsAsync<PinterestApiException>(() =>
            new FakePinterest().Replies("<html>maintenance</html>", type: "text/html").Client.Boards.GetAsync("7")
        );

        Assert.Equal((HttpStatusCode.OK, "<html>maintenance</html>"), (error.Status, error.ResponseText));
    }

    [Theory]
    [InlineData("""{"id":"7","na""")]
    [InlineData("""{"id":"7"} trailing""")]
    [InlineData("\"text\"")]
    [InlineData("[[[[")]
    public async Task A_body_that_is_not_the_promised_JSON_keeps_its_text(string body)
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(body));

        Assert.Equal(
            body,
            (await Assert.ThrowsAsync<PinterestApiException>(() => server.Client().Boards.GetAsync("7"))).ResponseText
        );
    }

    [Fact]
    public async Task A_body_that_begins_with_a_byte_order_mark_is_read()
    {
        var mark = "\uFEFF";

        Assert.Equal("7", (await new FakePinterest().Replies(mark + """{"id":"7"}""").Client.Boards.GetAsync("7")).Id);
        var error = await Assert.ThrowsAsync<PinterestNotFoundException>(() =>
            new FakePinterest()
                .Replies(mark + """{"code":40,"message":"none"}""", HttpStatusCode.NotFound)
                .Client.Boards.GetAsync("7")
        );
        Assert.Equal((40, "none"), (error.Code, error.ApiMessage));
    }

    [Fact]
    public void The_smallest_number_of_a_metric_is_read() =>
        Assert.Equal(
            long.MinValue,
            PinterestJson.Deserialize<Dictionary<string, double>>("""{"SAVE":-9223372036854775808}""")!["SAVE"]
        );

    [Fact]
    public async Task A_wrong_content_type_and_an_empty_body_are_read_for_what_they_are()
    {
        var requests = 0;
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "text/html";
            if (Interlocked.Increment(ref requests) == 1)
            {
                await context.Response.WriteAsync("""{"id":"7"}""");
            }
        });

        Assert.Equal("7", (await server.Client().Boards.GetAsync("7")).Id);
        Assert.EndsWith(
            "The body is empty, but the description promises content.",
            (await Assert.ThrowsAsync<PinterestApiException>(() => server.Client().Boards.GetAsync("7"))).Message,
            StringComparison.Ordinal
        );
    }
}
