using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Telemetry;

/// <summary>The listeners hear every test of the process, so each test looks for what only it has done.</summary>
public sealed class PinterestTelemetryTests : IDisposable
{
    private const string SecretToken = "pina_never_show_this";
    private const string PersonalId = "549755885175";

    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ConcurrentQueue<(
        string Instrument,
        double Value,
        Dictionary<string, object?> Tags
    )> _measurements = new();
    private readonly Logs _logs = new();
    private readonly FakePinterest _pinterest = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();
    private readonly ActivitySource _test = new("telemetry test");
    private readonly Activity _parent;

    public PinterestTelemetryTests()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == PinterestTelemetry.Name || source == _test,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_activities);
        _parent = _test.StartActivity()!;
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == PinterestTelemetry.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        _meters.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Record(instrument, value, tags));
        _meters.Start();
    }

    private Dictionary<string, object?> Span =>
        Assert
            .Single(_spans, span => span.TraceId == _parent.TraceId && span != _parent)
            .TagObjects.ToDictionary(tag => tag.Key, tag => tag.Value);

    public void Dispose()
    {
        _parent.Dispose();
        _activities.Dispose();
        _meters.Dispose();
        _test.Dispose();
    }

    [Fact]
    public async Task A_call_is_one_span_with_its_operation_and_without_its_ids()
    {
        _pinterest.Replies("""{"id":"1"}""", headers: ("x-pinterest-rid", "rid-1"));

        await Client().Pins.GetAsync(PersonalId);

        var span = _spans.Single(span => span.TraceId == _parent.TraceId && span != _parent);
        Assert.Equal(("GET /pins/{pin_id}", ActivityKind.Client), (span.DisplayName, span.Kind));
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["http.request.method"] = "GET",
                ["url.template"] = "/pins/{pin_id}",
                ["server.address"] = "api.pinterest.com",
                ["server.port"] = 443,
                ["pinterest.operation.id"] = "pins/get",
                ["pinterest.rate_category"] = "org_read",
                ["pinterest.request_id"] = "rid-1",
                ["http.response.status_code"] = 200,
            },
            Span
        );
    }

    [Fact]
    public async Task Retries_are_counted_in_the_span_and_the_meter_and_logged()
    {
        _pinterest
            .Replies("", HttpStatusCode.ServiceUnavailable, headers: ("Retry-After", "0"))
            .Replies("""{"id":"1"}""");

        await Client(retries: 1).UserAccount.GetAsync();

        Assert.Equal(1, Span["http.request.resend_count"]);
        Assert.Contains(
            _measurements,
            one => one.Instrument == "pinterest.client.retries" && Equals(one.Tags["error.type"], "503")
        );
        Assert.Contains(
            "user_account/get failed in attempt 1 (503)",
            Assert.Single(_logs.Lines, line => line.Level == LogLevel.Warning).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_failure_has_its_status_or_its_type()
    {
        _pinterest.Replies("""{"code":50,"message":"Pin not found."}""", HttpStatusCode.NotFound);
        await Assert.ThrowsAsync<PinterestNotFoundException>(() => Client().Pins.GetAsync(PersonalId));
        Assert.Equal((404, "404"), (Span["http.response.status_code"], Span["error.type"]));

        _spans.Clear();
        _pinterest.Fails(new HttpRequestException("down"));
        await Assert.ThrowsAsync<PinterestConnectionException>(() => Client().Pins.GetAsync(PersonalId));
        Assert.Equal(typeof(PinterestConnectionException).FullName, Span["error.type"]);
        Assert.False(Span.ContainsKey("http.response.status_code"));
    }

    [Fact]
    public async Task Durations_waits_and_what_is_left_are_measured()
    {
        var time = new FakeTimeProvider();
        _pinterest
            .Replies(
                "{}",
                headers:
                [
                    ("x-ratelimit-limit", "100, 1;w=1;name=\"telemetry\""),
                    ("x-ratelimit-remaining", "41"),
                    ("x-ratelimit-reset", "1"),
                ]
            )
            .Replies("{}");
        var client = Client().With(options => options with { AccessTier = AccessTier.Standard, TimeProvider = time });

        await client.UserAccount.GetAsync();
        var second = client.UserAccount.GetAsync();
        time.Advance(TimeSpan.FromSeconds(2));
        await second;

        // What is left is told at once, but on .NET 8 only when a listener asks.
        _meters.RecordObservableInstruments();
        Assert.Contains(
            _measurements,
            one => one.Instrument == "pinterest.client.rate_limit.remaining" && one.Value == 41
        );
        Assert.Contains(
            _measurements,
            one => one.Instrument == "pinterest.client.rate_limit.wait" && one.Value > 1 && one.Value < 2
        );
        Assert.Contains(
            _measurements,
            one =>
                one.Instrument == "pinterest.client.call.duration"
                && one.Value > 1
                && Equals(one.Tags["pinterest.operation.id"], "user_account/get")
        );
        Assert.Contains(_logs.Lines, line => line.Text.Contains("waits", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Renewals_are_counted_and_logged_with_neither_token_nor_user()
    {
        _pinterest.Answer = (request, _) =>
            Task.FromResult(
                request.RequestUri!.AbsolutePath.EndsWith("/oauth/token", StringComparison.Ordinal)
                    ? FakePinterest.Reply(
                        $$"""{"access_token":"{{SecretToken}}","refresh_token":"pinr_{{SecretToken}}","expires_in":3600}"""
                    )
                    : FakePinterest.Reply("{}")
            );
        var store = new MemoryTokenStore();
        using var http = new HttpClient(_pinterest, disposeHandler: false);
        var oauth = new PinterestOAuth(
            http,
            new PinterestApp("1", "s"),
            new PinterestOAuthOptions { LoggerFactory = _logs }
        );
        var credential = new UserTokenCredential(oauth, store, PersonalId);
        await credential.SetTokenAsync(
            new PinterestToken(SecretToken + "0", DateTimeOffset.UnixEpoch) { RefreshToken = SecretToken }
        );

        await Client().ForUser(credential).Boards.GetAsync(PersonalId);

        Assert.Contains(
            _logs.Lines,
            line => line is { Level: LogLevel.Information, Text: "An access token was renewed (User)." }
        );
        Assert.Contains(_measurements, one => one.Instrument == "pinterest.client.token.renewals");
        Assert.DoesNotContain(_logs.Lines, line => line.Text.Contains(SecretToken, StringComparison.Ordinal));
        Assert.DoesNotContain(
            _logs.Lines,
            line => line.Level >= LogLevel.Information && line.Text.Contains(PersonalId, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            _spans.SelectMany(span => span.TagObjects),
            tag =>
                tag.Value?.ToString() is { } text
                && (
                    text.Contains(SecretToken, StringComparison.Ordinal)
                    || text.Contains(PersonalId, StringComparison.Ordinal)
                )
        );
    }

    [Theory]
    [InlineData(
        400,
        "An access token could not be renewed (User): PinterestReauthorizationRequiredException.",
        typeof(PinterestReauthorizationRequiredException)
    )]
    [InlineData(503, "An access token could not be renewed (User): 503.", typeof(PinterestServerException))]
    public async Task A_failed_renewal_is_counted_and_logged_by_its_kind(int status, string line, Type error)
    {
        _pinterest.Replies("""{"code":1,"message":"no"}""", (HttpStatusCode)status);
        using var http = new HttpClient(_pinterest, disposeHandler: false);
        var credential = new UserTokenCredential(
            new PinterestOAuth(http, new PinterestApp("1", "s"), new PinterestOAuthOptions { LoggerFactory = _logs }),
            new MemoryTokenStore(),
            $"{PersonalId}-{status}"
        );
        await credential.SetTokenAsync(
            new PinterestToken(SecretToken + "0", DateTimeOffset.UnixEpoch) { RefreshToken = SecretToken }
        );

        await Assert.ThrowsAsync(error, () => Client().ForUser(credential).Boards.GetAsync(PersonalId));

        Assert.Contains(_logs.Lines, logged => logged.Text == line);
        Assert.Contains(
            _measurements,
            one =>
                one.Instrument == "pinterest.client.token.renewals"
                && Equals(one.Tags.GetValueOrDefault("error.type"), error.FullName)
        );
    }

    [Fact]
    public async Task A_request_id_that_repeats_the_token_is_logged_without_it()
    {
        _pinterest.Replies("{}", headers: ("x-pinterest-rid", "test-token-test\tx"));
        await Client().With(o => o with { AccessToken = "test-token-test" }).Boards.GetAsync("7");

        Assert.DoesNotContain(_logs.Lines, logged => logged.Text.Contains("test-token", StringComparison.Ordinal));
        Assert.Contains(_logs.Lines, logged => logged.Text.Contains("request id", StringComparison.Ordinal));
    }

    private PinterestClient Client(int retries = 0) =>
        _pinterest
            .With(new PinterestRetryOptions { MaxRetries = retries })
            .With(options => options with { LoggerFactory = _logs });

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measurements.Enqueue((instrument.Name, value, tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value)));

    private sealed class Logs : ILoggerFactory, ILogger
    {
        public ConcurrentQueue<(LogLevel Level, string Text)> Lines { get; } = new();

        public void AddProvider(ILoggerProvider provider) { }

        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose() { }

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Lines.Enqueue((logLevel, formatter(state, exception)));
    }
}
