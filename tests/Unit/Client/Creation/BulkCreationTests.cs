using System.Net;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Creation;

/// <summary>Each Pin of a bulk has its outcome.</summary>
public sealed class BulkCreationTests
{
    private static readonly BulkPinOptions OneByOne = new() { MaxConcurrency = 1 };
    private static readonly BulkPinOptions Blind = new() { MaxConcurrency = 1, LookUpUnknown = false };
    private readonly FakePinterest _fake = new();
    private readonly WatchedTime _time = new() { LongestWait = TimeSpan.FromSeconds(95) };

    // The limit of an attempt is longer than any wait: a clock that passes over the waits must not reach it.
    private PinterestClient Fake =>
        _fake.With(new PinterestRetryOptions { MaxRetries = 0 }, _time, attemptTimeout: TimeSpan.FromMinutes(10));

    [Fact]
    public async Task Pins_are_created_on_the_sandbox_and_reported_in_their_order()
    {
        await using var sandbox = await PinterestSandbox.StartAsync(new SandboxOptions { CheckResponses = true });
        var client = new PinterestClient(
            new PinterestClientOptions { BaseAddress = sandbox.BaseAddress, AccessToken = sandbox.AccessToken }
        );
        var board = (await client.FindOrCreateBoardAsync("Kitchens")).Item.Id;
        var pins = Enumerable.Range(0, 20).Select(i => BulkPins.OnBoard(i == 11 ? "404" : board, $"n{i}")).ToList();

        var outcomes = await client.CreatePinsAsync(pins).ToListAsync();

        Assert.Equal(Enumerable.Range(0, 20), outcomes.Select(outcome => outcome.Index));
        Assert.Equal(pins, outcomes.Select(outcome => outcome.Item));
        Assert.Equal(PinOutcomeKind.Failed, outcomes[11].Kind);
        Assert.IsType<PinterestNotFoundException>(outcomes[11].Error);
        outcomes.RemoveAt(11);
        Assert.All(outcomes, outcome => Assert.Equal(outcome.Item.Draft.Title, outcome.Pin!.Title));
        Assert.Equal(19, await client.Boards.EnumeratePinsAsync(board).CountAsync());
    }

    [Fact]
    public async Task What_is_wrong_with_one_Pin_does_not_stop_the_others()
    {
        BulkPins.Answer(
            _fake,
            title =>
                title switch
                {
                    "bad" => BulkPins.Refused(HttpStatusCode.BadRequest, 1, "no"),
                    "others" => BulkPins.Refused(HttpStatusCode.Forbidden, 29, "You are not permitted."),
                    _ => BulkPins.Created(title),
                }
        );

        var outcomes = await BulkPins.ListAsync(
            Fake.CreatePinsAsync(BulkPins.Of("a", "bad", "others", new('t', 101), "b"), OneByOne)
        );

        Assert.Equal(
            [
                "0 Created",
                "1 Failed PinterestBadRequestException",
                "2 Failed PinterestForbiddenException",
                "3 Failed ArgumentException",
                "4 Created",
            ],
            outcomes
        );
    }

    public static TheoryData<int, int, string, string> WhatFailsAll =>
        new()
        {
            { 401, 2, "Authentication failed.", nameof(PinterestAuthenticationFailedException) },
            { 401, 3, "application consumer type is not supported", nameof(PinterestAppNotApprovedException) },
            { 401, 3, "restricted feature", nameof(PinterestTrialAccessException) },
            { 403, 29, "Apps with Trial access may not create Pins", nameof(PinterestTrialAccessException) },
            { 401, 3, "token does not have sufficient permissions", nameof(PinterestMissingScopeException) },
            { 422, 1, "The account is under review.", nameof(PinterestAccountUnderReviewException) },
            { 429, 9, "blocked as spam", nameof(PinterestSpamException) },
            { 429, 8, "spent, and nobody says until when", nameof(PinterestRateLimitedException) },
        };

    [Theory]
    [MemberData(nameof(WhatFailsAll))]
    public async Task What_makes_all_fail_stops_the_rest_and_says_so(int status, int code, string text, string error)
    {
        BulkPins.Answer(
            _fake,
            title => title == "b" ? BulkPins.Refused((HttpStatusCode)status, code, text) : BulkPins.Created(title)
        );

        var outcomes = await BulkPins.ListAsync(Fake.CreatePinsAsync(BulkPins.Of("a", "b", "c", "d"), OneByOne));

        Assert.Equal(["0 Created", $"1 Failed {error}", $"2 NotTried {error}", $"3 NotTried {error}"], outcomes);
        Assert.Equal(2, _fake.Requests.Count);
    }

    [Fact]
    public async Task A_rate_limit_that_ends_soon_is_waited_for_and_one_that_does_not_stops_the_work()
    {
        var refusals = 0;
        var reset = "90";
        BulkPins.Answer(
            _fake,
            title =>
            {
                if (title != "b" || refusals++ == 1)
                {
                    return BulkPins.Created(title);
                }

                var refusal = BulkPins.Refused(HttpStatusCode.TooManyRequests, 8, "too many");
                refusal.Headers.Add("x-ratelimit-reset", reset);
                return refusal;
            }
        );
        var outcomes = await _time.PassAsync(
            BulkPins.ListAsync(Fake.CreatePinsAsync(BulkPins.Of("a", "b", "c"), OneByOne))
        );

        Assert.Equal(["0 Created", "1 Created", "2 Created"], outcomes);

        refusals = 2;
        reset = "67000";
        var stopped = await BulkPins.ListAsync(Fake.CreatePinsAsync(BulkPins.Of("a", "b", "c"), OneByOne));
        Assert.Equal("1 Failed PinterestRateLimitedException", stopped[1]);
        Assert.Equal("2 NotTried PinterestRateLimitedException", stopped[2]);
    }

    [Fact]
    public async Task A_quota_that_is_refused_with_400_sends_no_Pin_a_second_time()
    {
        BulkPins.Answer(
            _fake,
            title =>
                title == "b"
                    ? BulkPins.Refused(HttpStatusCode.BadRequest, 4, "Quota exceeded. Retry after 1 seconds.")
                    : BulkPins.Created(title)
        );

        var outcomes = await BulkPins.ListAsync(
            Fake.CreatePinsAsync(BulkPins.Of("a", "b", "c"), OneByOne with { LookUpUnknown = false })
        );

        Assert.Equal(
            ["0 Created", "1 Unknown PinterestRateLimitedException", "2 NotTried PinterestRateLimitedException"],
            outcomes
        );
        Assert.Equal(2, _fake.Requests.Count);
    }

    [Fact]
    public async Task Responses_that_are_missing_in_a_row_stop_the_work()
    {
        BulkPins.Answer(
            _fake,
            title =>
                title == "lives"
                    ? BulkPins.Created(title)
                    : throw new HttpRequestException(HttpRequestError.ConnectionError, "refused")
        );

        var outcomes = await BulkPins.ListAsync(
            Fake.CreatePinsAsync(
                BulkPins.Of("1", "2", "lives", "3", "4", "5"),
                OneByOne with
                {
                    MaxUnansweredInARow = 2,
                }
            )
        );

        Assert.Equal(
            ["Failed", "Failed", "NotTried", "NotTried", "NotTried", "NotTried"],
            outcomes.Select(outcome => outcome.Split(' ')[1])
        );
    }

    [Fact]
    public async Task Without_a_response_the_outcome_is_unknown_and_the_rest_is_tried()
    {
        BulkPins.Answer(
            _fake,
            title =>
                title switch
                {
                    "server" => FakePinterest.Reply("", HttpStatusCode.BadGateway),
                    "broken" => throw new HttpRequestException(HttpRequestError.ResponseEnded, "broke"),
                    "unreadable" => FakePinterest.Reply("<html>", HttpStatusCode.Created),
                    "null" => FakePinterest.Reply("null", HttpStatusCode.Created),
                    "no id" => FakePinterest.Reply("{}", HttpStatusCode.Created),
                    _ => BulkPins.Created(title),
                }
        );

        var outcomes = await BulkPins.ListAsync(
            Fake.CreatePinsAsync(BulkPins.Of("server", "a", "broken", "b", "unreadable", "c", "null", "no id"), Blind)
        );

        Assert.Equal(
            [
                "0 Unknown PinterestServerException",
                "1 Created",
                "2 Unknown PinterestConnectionException",
                "3 Created",
                "4 Unknown PinterestApiException",
                "5 Created",
                "6 Unknown PinterestApiException",
                "7 Unknown PinterestApiException",
            ],
            outcomes
        );
    }

    [Fact]
    public async Task The_look_at_the_board_turns_an_unknown_outcome_into_a_known_one()
    {
        await using var sandbox = await PinterestSandbox.StartAsync(new SandboxOptions { CheckResponses = true });
        var client = new PinterestClient(
            new PinterestClientOptions
            {
                BaseAddress = sandbox.BaseAddress,
                AccessToken = sandbox.AccessToken,
                Retry = new PinterestRetryOptions { MaxRetries = 0 },
            }
        );
        var board = (await client.FindOrCreateBoardAsync("Kitchens")).Item.Id;
        var options = OneByOne with { Lookup = new PinLookupOptions { Delay = TimeSpan.Zero } };

        // The first is created, and half of its response is lost; the second is not created.
        sandbox.AddFault(new SandboxFault(FaultKind.TruncatedBody) { OperationId = "pins/create" });
        sandbox.AddFault(new SandboxFault(FaultKind.Unavailable) { OperationId = "pins/create" });
        var outcomes = await client
            .CreatePinsAsync(
                [BulkPins.OnBoard(board, "a"), BulkPins.OnBoard(board, "b"), BulkPins.OnBoard(board, "c")],
                options
            )
            .ToListAsync();

        Assert.Equal(
            [PinOutcomeKind.Created, PinOutcomeKind.Unknown, PinOutcomeKind.Created],
            outcomes.Select(outcome => outcome.Kind)
        );
        Assert.Equal(PinLookupAnswer.Created, outcomes[0].Lookup!.Answer);
        Assert.Equal("a", outcomes[0].Pin!.Title);
        Assert.Null(outcomes[0].Error);
        Assert.Equal(PinLookupAnswer.NotCreated, outcomes[1].Lookup!.Answer);
        Assert.Equal(2, await client.Boards.EnumeratePinsAsync(board).CountAsync());
    }

    [Fact]
    public async Task Of_twins_in_one_bulk_nobody_can_tell()
    {
        BulkPins.Answer(_fake, _ => FakePinterest.Reply("", HttpStatusCode.BadGateway));
        var options = OneByOne with { Lookup = new PinLookupOptions { Delay = TimeSpan.Zero } };

        var outcomes = await Fake.CreatePinsAsync(BulkPins.Of("a", "a"), options).ToListAsync();

        Assert.Equal(PinLookupAnswer.NotCreated, outcomes[0].Lookup!.Answer);
        Assert.Equal(PinLookupAnswer.CannotTell, outcomes[1].Lookup!.Answer);
        Assert.Contains("Another Pin of this bulk", outcomes[1].Lookup!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_that_fails_is_no_error_of_the_bulk()
    {
        _fake.Replies("", HttpStatusCode.BadGateway).Replies("""{"code":2}""", HttpStatusCode.Unauthorized);
        var options = OneByOne with { Lookup = new PinLookupOptions { Delay = TimeSpan.Zero } };

        var outcome = Assert.Single(await Fake.CreatePinsAsync(BulkPins.Of("a"), options).ToListAsync());

        Assert.Equal((PinOutcomeKind.Unknown, PinLookupAnswer.CannotTell), (outcome.Kind, outcome.Lookup!.Answer));
        Assert.Contains("The board could not be read", outcome.Lookup.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_of_the_caller_that_fails_stops_the_work_because_it_fails_for_all()
    {
        BulkPins.Answer(_fake, BulkPins.Created);
        var client = Fake.With(options =>
            options with
            {
                OnResponse = _ => throw new InvalidOperationException("a fault in the log"),
            }
        );

        var outcomes = await BulkPins.ListAsync(client.CreatePinsAsync(BulkPins.Of("a", "b"), Blind));

        Assert.Equal(["0 Unknown InvalidOperationException", "1 NotTried InvalidOperationException"], outcomes);
    }
}
