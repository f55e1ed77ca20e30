using System.Net;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Errors;

/// <summary>The same refusal in other words is the same kind, and words that mean something else are not.</summary>
public sealed class RefusalWordsTests
{
    [Theory]
    [InlineData(422, 1, "Please review your account settings: email is missing.", PinterestErrorKind.BadRequest)]
    [InlineData(403, 29, "Review the roles of the ad account.", PinterestErrorKind.Forbidden)]
    [InlineData(403, 29, "Your account is being reviewed.", PinterestErrorKind.AccountUnderReview)]
    [InlineData(403, 29, "Access is pending review.", PinterestErrorKind.AccountUnderReview)]
    [InlineData(400, 1, "Too many requests. Please try again in 5 seconds.", PinterestErrorKind.RateLimited)]
    [InlineData(400, 1, "Please retry in 7 seconds.", PinterestErrorKind.RateLimited)]
    [InlineData(403, 1, "Pinning is not allowed from this domain.", PinterestErrorKind.ContentNotAllowed)]
    [InlineData(403, 1, "Sorry, you can\u2019t save from this site.", PinterestErrorKind.ContentNotAllowed)]
    public void Words_decide_the_kind(int status, int code, string message, PinterestErrorKind kind) =>
        Assert.Equal(kind, PinterestExceptionFactory.Create((HttpStatusCode)status, code, message).Kind);

    [Theory]
    [InlineData("Too many requests. Please try again in 5 seconds.", 5)]
    [InlineData("Please retry in 7 seconds.", 7)]
    public void The_wait_is_read_from_the_words(string message, int seconds)
    {
        var error = PinterestExceptionFactory.Create(HttpStatusCode.BadRequest, 1, message);

        Assert.Equal((true, TimeSpan.FromSeconds(seconds)), (error.IsTransient, error.RetryAfter));
    }

    [Fact]
    public void A_spent_allowance_without_a_time_names_none()
    {
        var error = PinterestExceptionFactory.Create(HttpStatusCode.TooManyRequests, 8, "Slow down.");

        Assert.EndsWith(
            "The allowance of the rate limit of this call is used up. Call again after a minute; the response "
                + "does not state the time.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_deletion_that_failed_and_then_finds_it_gone_is_a_success()
    {
        using var pinterest = new FakePinterest();
        pinterest.Replies("""{"code":12,"message":"oops"}""", HttpStatusCode.InternalServerError);
        pinterest.Replies("""{"code":50,"message":"gone"}""", HttpStatusCode.Gone);

        await pinterest.With(new PinterestRetryOptions { BaseDelay = TimeSpan.Zero }).Pins.DeleteAsync("7");

        Assert.Equal(2, pinterest.Requests.Count);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"code":0,"message":"oops"}""")]
    public async Task A_creation_that_gives_nothing_is_no_success(string body)
    {
        using var pinterest = new FakePinterest();
        pinterest.Replies(body, HttpStatusCode.Created);

        var error = await Assert.ThrowsAsync<PinterestApiException>(() =>
            pinterest.Client.CreateImagePinAsync(
                [PinImage.FromUri(new("https://example.com/a.jpg"))],
                new PinDraft("1")
            )
        );

        Assert.Equal((PinterestErrorKind.UnreadableResponse, true), (error.Kind, error.MayHaveHappened));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("\"x\"")]
    [InlineData("""{"code":0,"message":"oops"}""")]
    public async Task Figures_and_events_without_an_object_are_no_success(string body)
    {
        using var pinterest = new FakePinterest { Answer = (_, _) => Task.FromResult(FakePinterest.Reply(body)) };
        var time = new WatchedTime();
        var client = pinterest.With(new PinterestRetryOptions { MaxRetries = 0 }, time);
        var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var options = new AnalyticsOptions { Metrics = ["SAVE"] };

        await IsUnreadableAsync(() => client.GetUserAccountAnalyticsAsync(day, day, options));
        await IsUnreadableAsync(() => client.GetPinsAnalyticsAsync(["7"], day, day, options));

        static async Task IsUnreadableAsync(Func<Task> call) =>
            Assert.Equal(
                PinterestErrorKind.UnreadableResponse,
                (await Assert.ThrowsAsync<PinterestApiException>(call)).Kind
            );
    }

    [Fact]
    public async Task A_union_is_known_by_its_discriminator_in_any_case()
    {
        using var pinterest = new FakePinterest();
        pinterest.Replies("""{"id":"1","media":{"media_type":"IMAGE","images":{}}}""");

        Assert.IsType<PinMediaWithImage>((await pinterest.Client.Pins.GetAsync("1")).Media);
    }

    [Fact]
    public async Task A_bookmark_that_is_no_text_does_not_end_a_walk_in_silence()
    {
        using var pinterest = new FakePinterest();
        pinterest
            .Replies("""{"items":[{"id":"1"}],"bookmark":"a"}""")
            .Replies("""{"items":[{"id":"2"}],"bookmark":{}}""");

        var error = await Assert.ThrowsAsync<PinterestPagingException>(() =>
            pinterest.Client.Pins.EnumerateAsync().ToListAsync().AsTask()
        );

        Assert.Equal("a", error.ResumeBookmark);
    }

    [Fact]
    public async Task A_path_value_without_a_place_is_refused()
    {
        using var pinterest = new FakePinterest();
        var call = new PinterestRawCall(HttpMethod.Get, "/pins")
        {
            PathValues = new Dictionary<string, string> { ["id"] = "7" },
        };

        var error = await Assert.ThrowsAsync<ArgumentException>(() => pinterest.Client.SendAsync(call));

        Assert.StartsWith("The path does not contain '{id}'.", error.Message, StringComparison.Ordinal);
    }
}
