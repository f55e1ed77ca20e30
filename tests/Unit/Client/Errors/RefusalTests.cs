using System.Net;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Errors;

/// <summary>
/// What Pinterest really sends, as people report it, and the advice that is true for it. Each message is asserted whole.
/// </summary>
public sealed class RefusalTests
{
    private static readonly DateOnly Day = new(2026, 1, 1);

    [Theory]
    [InlineData(401, "Unauthorized")]
    [InlineData(403, "Forbidden")]
    public async Task An_app_that_is_not_approved_gets_no_advice_about_scopes_or_roles(int status, string reason)
    {
        const string text =
            "Your application consumer type is not supported, please contact support to be able to access this resource.";

        var error = await Assert.ThrowsAsync<PinterestAppNotApprovedException>(() =>
            Client(status, 3, text).UserAccount.GetAsync()
        );

        Assert.Equal(
            $"user_account/get: Pinterest returned {status} {reason}. \"{text}\" (code 3). "
                + "Pinterest has not approved the app for this; another scope or role does not change that. Open "
                + "the page of your apps at Pinterest and request trial access first, then standard access.",
            error.Message
        );
        Assert.Equal((PinterestErrorKind.AppNotApproved, false, false), Facts(error));
    }

    [Fact]
    public async Task A_missing_catalog_is_no_object_that_exists_already()
    {
        const string text = "Nothing can be listed without an existing catalog.";

        var error = await Assert.ThrowsAsync<PinterestConflictException>(() =>
            Client(409, 4182, text).Boards.ListAsync()
        );

        Assert.Equal(
            $"boards/list: Pinterest returned 409 Conflict. \"{text}\" (code 4182). "
                + "The account has no catalog. Create one, then call again.",
            error.Message
        );
        Assert.Equal((PinterestErrorKind.MissingPrerequisite, false, false), Facts(error));
    }

    [Theory]
    [InlineData(400, "Bad Request")]
    [InlineData(403, "Forbidden")]
    [InlineData(429, "Too Many Requests")]
    public async Task Spam_is_recognised_whatever_the_status_and_is_not_sent_again(int status, string reason)
    {
        const string text = "Sorry! You've hit a block (Pins) we have in place to combat spam. Please try again later!";
        var pinterest = Replies(status, 9, text);

        var error = await Assert.ThrowsAsync<PinterestSpamException>(() =>
            Retrying(pinterest).Pins.CreateAsync(new PinCreate())
        );

        Assert.Equal(
            $"pins/create: Pinterest returned {status} {reason}. \"{text}\" (code 9). "
                + "Pinterest treats this call as spam; this is not a rate limit. Wait before you call again, and "
                + "make fewer similar calls.",
            error.Message
        );
        Assert.Equal((PinterestErrorKind.Spam, false, false), Facts(error));
        Assert.Single(pinterest.Requests);
    }

    [Fact]
    public async Task A_400_that_passes_is_sent_again_for_a_read()
    {
        var time = new WatchedTime();
        var pinterest = Replies(400, 12, "Something went wrong on our end. Sorry about that.")
            .Replies("""{"code":4,"message":"Quota exceeded. Retry after 1 seconds."}""", HttpStatusCode.BadRequest)
            .Replies("[]");

        var rows = await time.PassAsync(Analytics(pinterest.With(new PinterestRetryOptions(), time)));

        Assert.Empty(rows);
        Assert.Equal(3, pinterest.Requests.Count);
    }

    [Fact]
    public async Task A_failure_of_Pinterest_with_400_says_so()
    {
        const string text = "Something went wrong on our end. Sorry about that.";

        var error = await Assert.ThrowsAsync<PinterestServerException>(() => Analytics(Client(400, 12, text)));

        Assert.Equal(
            $"ad_account/analytics: Pinterest returned 400 Bad Request. \"{text}\" (code 12). "
                + "Pinterest failed, although the status says otherwise. Call again later.",
            error.Message
        );
        Assert.Equal((PinterestErrorKind.Server, true, false), Facts(error));
    }

    [Fact]
    public async Task A_spent_quota_with_400_says_when_to_call_again()
    {
        const string text = "Quota exceeded. Retry after 1 seconds.";
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var pinterest = Replies(400, 4, text);

        var error = await Assert.ThrowsAsync<PinterestRateLimitedException>(() =>
            Analytics(pinterest.With(new PinterestRetryOptions { MaxRetries = 0 }, time))
        );

        Assert.Equal(
            $"ad_account/analytics: Pinterest returned 400 Bad Request. \"{text}\" (code 4). "
                + "A quota is used up until 2026-01-01 00:00:01Z. Call again later.",
            error.Message
        );
        Assert.Equal((PinterestErrorKind.RateLimited, true, false), Facts(error));
        Assert.Equal(
            (TimeSpan.FromSeconds(1), time.GetUtcNow().AddSeconds(1)),
            (error.RetryAfter!.Value, error.ResetsAt!.Value)
        );
    }

    [Theory]
    [InlineData(12, "Something went wrong on our end.", typeof(PinterestServerException))]
    [InlineData(4, "Quota exceeded. Retry after 1 seconds.", typeof(PinterestRateLimitedException))]
    public async Task A_creation_is_not_sent_again_after_a_400_that_passes(int code, string text, Type type)
    {
        var pinterest = Replies(400, code, text);

        var error = await Assert.ThrowsAnyAsync<PinterestApiException>(() =>
            Retrying(pinterest).Pins.CreateAsync(new PinCreate())
        );

        Assert.Equal((type, true, true), (error.GetType(), error.IsTransient, error.MayHaveHappened));
        Assert.EndsWith(
            "It may have happened. Check whether it happened before you send it again.",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Single(pinterest.Requests);
    }

    [Fact]
    public async Task An_image_that_could_not_be_fetched_may_be_tried_again_by_the_caller()
    {
        const string text = "Sorry we could not fetch the image.";
        var pinterest = Replies(400, 1, text);

        var error = await Assert.ThrowsAsync<PinterestContentException>(() =>
            Retrying(pinterest).CreateImagePinAsync([PinImage.FromUri(new("https://example.com/a.jpg"))], new("1"))
        );

        Assert.Equal(
            $"pins/create: Pinterest returned 400 Bad Request. \"{text}\" (code 1). "
                + "Pinterest could not fetch the image, so nothing was created. This is often temporary: call "
                + "again later. If it happens again, check that anyone can open the address of the image.",
            error.Message
        );
        Assert.Equal((PinterestErrorKind.ImageUnreachable, true, false), Facts(error));
        Assert.Single(pinterest.Requests);
    }

    [Theory]
    [InlineData(400, "Bad Request")]
    [InlineData(403, "Forbidden")]
    public async Task A_site_that_forbids_saving_is_final_and_no_role_helps(int status, string reason)
    {
        const string text = "Sorry, this site doesn\u2019t allow you to save Pins.";

        var error = await Assert.ThrowsAsync<PinterestContentException>(() =>
            Client(status, 1, text).Pins.CreateAsync(new PinCreate())
        );

        Assert.Equal(
            $"pins/create: Pinterest returned {status} {reason}. \"{text}\" (code 1). "
                + "The website does not allow saving its content. Use another picture or link; the same call "
                + "cannot succeed.",
            error.Message
        );
        Assert.Equal((PinterestErrorKind.ContentNotAllowed, false, false), Facts(error));
    }

    [Fact]
    public async Task An_account_under_review_is_typed_and_its_text_reaches_the_caller()
    {
        const string text = "This account is under review.";

        var error = await Assert.ThrowsAsync<PinterestAccountUnderReviewException>(() =>
            Client(422, 2809, text).Pins.CreateAsync(new PinCreate())
        );

        Assert.Equal(
            $"pins/create: Pinterest returned 422 Unprocessable Entity. \"{text}\" (code 2809). "
                + "Pinterest is reviewing the account. Call again after the review; other arguments make no "
                + "difference.",
            error.Message
        );
        Assert.Equal((PinterestErrorKind.AccountUnderReview, false, false), Facts(error));
    }

    [Fact]
    public async Task A_refused_user_hears_of_roles_and_of_scopes()
    {
        const string text = "You are not permitted to access that resource.";

        var error = await Assert.ThrowsAsync<PinterestForbiddenException>(() =>
            Client(403, 29, text).Boards.GetAsync("7")
        );

        Assert.Equal(
            $"boards/get: Pinterest returned 403 Forbidden. \"{text}\" (code 29). "
                + "The user of the token is not allowed to do this. Check the user's role on the ad account and the "
                + "owner of the object. Check the scopes of the token too: boards/get requires pinterest_oauth2 with "
                + "boards:read or client_credentials with "
                + "boards:read.",
            error.Message
        );
    }

    private static Task<IList<AdAccountAnalyticsItem>> Analytics(PinterestClient client) =>
        client.AdAccounts.GetAnalyticsAsync("9", Day, Day, [AnalyticsColumn.SpendInDollar], Granularity.Day);

    private static PinterestClient Retrying(FakePinterest pinterest) =>
        pinterest.With(new PinterestRetryOptions { BaseDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero });

    private static PinterestClient Client(int status, int code, string text) => Replies(status, code, text).Client;

    private static FakePinterest Replies(int status, int code, string text) =>
        new FakePinterest().Replies(
            Newtonsoft.Json.JsonConvert.SerializeObject(new { code, message = text }),
            (HttpStatusCode)status
        );

    private static (PinterestErrorKind Kind, bool IsTransient, bool MayHaveHappened) Facts(
        PinterestApiException error
    ) => (error.Kind, error.IsTransient, error.MayHaveHappened);
}
