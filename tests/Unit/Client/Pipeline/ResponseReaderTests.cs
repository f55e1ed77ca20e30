using System.Net;
using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Pipeline;

/// <summary>A body becomes the model that was promised, or an error that keeps its text.</summary>
public sealed class ResponseReaderTests
{
    [Fact]
    public async Task A_success_without_the_described_body_is_an_empty_model() =>
        Assert.Equal(
            "{}",
            PinterestJson.Serialize(
                await new FakePinterest().Replies("", HttpStatusCode.NoContent).Client.Pins.GetAsync("1")
            )
        );

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
        Assert.Equal("{}", PinterestJson.Serialize(await server.Client().Boards.GetAsync("7")));
    }
}
