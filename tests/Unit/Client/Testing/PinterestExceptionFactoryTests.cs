using System.Net;
using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi.Unit.Client.Testing;

public sealed class PinterestExceptionFactoryTests
{
    [Theory]
    [InlineData(400, null, null, typeof(PinterestBadRequestException))]
    [InlineData(401, 2, null, typeof(PinterestAuthenticationFailedException))]
    [InlineData(404, 40, "Board not found.", typeof(PinterestNotFoundException))]
    [InlineData(409, null, null, typeof(PinterestConflictException))]
    [InlineData(429, 8, "You have exceeded your rate limit.", typeof(PinterestRateLimitedException))]
    [InlineData(503, null, null, typeof(PinterestServerException))]
    public void Status_code_and_message_decide_the_class_as_those_of_a_response_do(
        int status,
        int? code,
        string? message,
        Type expected
    )
    {
        var error = PinterestExceptionFactory.Create((HttpStatusCode)status, code, message);

        Assert.IsType(expected, error);
        Assert.Equal((status, code, message), ((int)error.Status, error.Code, error.ApiMessage));
    }

    [Fact]
    public void The_operation_and_the_headers_are_those_that_were_given()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 31, 9, 0, 0, TimeSpan.Zero));

        var error = PinterestExceptionFactory.Create(
            HttpStatusCode.TooManyRequests,
            operation: Operations.Boards.List,
            headers: new Dictionary<string, string> { ["Retry-After"] = "30", ["x-pinterest-rid"] = "1122" },
            timeProvider: clock
        );

        Assert.Same(Operations.Boards.List, error.Operation);
        Assert.Equal("1122", error.RequestId);
        Assert.Equal(clock.GetUtcNow().AddSeconds(30), Assert.IsType<PinterestRateLimitedException>(error).ResetsAt);
    }

    [Fact]
    public void Reports_uploads_and_names_have_exceptions_too()
    {
        var report = PinterestExceptionFactory.CreateReport(ReportFailure.Expired, "token");
        var upload = PinterestExceptionFactory.CreateUpload("7", isStillProcessing: true, HttpStatusCode.Forbidden);
        var name = PinterestExceptionFactory.CreateNameTaken("Kitchens", "9");

        Assert.Equal((ReportFailure.Expired, "token"), (report.Failure, report.Token));
        Assert.DoesNotContain("token", report.Message, StringComparison.Ordinal);
        Assert.Equal(("7", true, HttpStatusCode.Forbidden), (upload.MediaId, upload.IsStillProcessing, upload.Status));
        Assert.Equal(("Kitchens", "9"), (name.Name, name.ExistingId));
    }

    [Fact]
    public void What_a_fake_gives_can_be_made()
    {
        var day = new AnalyticsDay(new DateOnly(2026, 1, 1), "READY", new Dictionary<string, decimal> { ["SAVE"] = 3 });
        var series = new AnalyticsSeries([day]);
        var sent = new ConversionResult(2, 1, [new ConversionEventResult("failed", "no", null)]);
        var change = new WatchedChange<string>(ChangeKind.Removed, "7", null, DateTimeOffset.UnixEpoch);

        Assert.Equal((3, true), (series.Sum("SAVE"), series.IsFinal));
        Assert.Empty(series.LifetimeMetrics);
        Assert.Equal((2, 1, "no"), (sent.Received, sent.Processed, sent.Events[0].Error));
        Assert.Equal("Removed 7", change.ToString());
    }

    [Fact]
    public void A_message_is_a_text_whatever_it_contains() =>
        Assert.Equal(
            "say \"no\"\\",
            PinterestExceptionFactory.Create(HttpStatusCode.BadRequest, message: "say \"no\"\\").ApiMessage
        );

    [Theory]
    [InlineData(200)]
    [InlineData(399)]
    [InlineData(600)]
    public void A_status_that_is_no_error_is_refused(int status) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PinterestExceptionFactory.Create((HttpStatusCode)status));

    [Fact]
    public void Errors_without_a_response_can_be_made_too()
    {
        var refused = new HttpRequestException("refused");

        Assert.Same(refused, PinterestExceptionFactory.CreateConnection(Operations.Pins.Get, refused).InnerException);
        Assert.Equal(Operations.Pins.Get, PinterestExceptionFactory.CreateConnection(Operations.Pins.Get).Operation);
        Assert.Equal(TimeSpan.FromSeconds(30), PinterestExceptionFactory.CreateTimeout(TimeSpan.FromSeconds(30)).Limit);
        Assert.Equal("ann", PinterestExceptionFactory.CreateReauthorizationRequired("ann").User);
    }
}
