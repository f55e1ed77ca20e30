using System.Globalization;
using System.Net;
using System.Threading.Channels;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Creation;

/// <summary>How many Pins of a bulk are under way, in which order they are reported, and how a bulk ends.</summary>
public sealed class BulkOrderTests
{
    private const int Seed = 20261;
    private readonly FakePinterest _fake = new();
    private readonly WatchedTime _time = new();

    private PinterestClient Fake => _fake.With(new PinterestRetryOptions { MaxRetries = 0 }, _time);

    [Fact]
    public async Task No_more_are_under_way_than_the_options_allow_and_none_is_taken_early()
    {
        var gate = new TaskCompletionSource();
        var taken = 0;
        _fake.AnswerCancellable = _ => gate.Task;
        BulkPins.Answer(_fake, BulkPins.Created);
        var outcomes = Fake.CreatePinsAsync(Counted(), new BulkPinOptions { MaxConcurrency = 3 }).ToListAsync();

        Assert.False(outcomes.IsCompleted);
        Assert.Equal((3, 3), (taken, _fake.Requests.Count));
        gate.SetResult();
        Assert.Equal(Enumerable.Range(0, 10), (await outcomes).Select(outcome => outcome.Index));

        IEnumerable<BulkPin> Counted()
        {
            for (var i = 0; i < 10; i++)
            {
                taken++;
                yield return BulkPins.OnBoard("7", $"{i}");
            }
        }
    }

    [Fact]
    public async Task The_outcome_of_a_Pin_does_not_wait_for_the_next_Pin_of_the_source()
    {
        BulkPins.Answer(_fake, BulkPins.Created);
        var pins = Channel.CreateUnbounded<BulkPin>();
        var outcomes = Fake.CreatePinsAsync(pins.Reader.ReadAllAsync()).GetAsyncEnumerator();

        for (var i = 0; i < 3; i++)
        {
            pins.Writer.TryWrite(BulkPins.OnBoard("7", $"{i}"));
            Assert.True(await outcomes.MoveNextAsync());
            Assert.Equal((i, PinOutcomeKind.Created), (outcomes.Current.Index, outcomes.Current.Kind));
        }

        pins.Writer.Complete();
        Assert.False(await outcomes.MoveNextAsync());
        await outcomes.DisposeAsync();
    }

    [Fact]
    public async Task The_interval_keeps_the_beginnings_apart()
    {
        BulkPins.Answer(_fake, BulkPins.Created);
        var options = new BulkPinOptions { Interval = TimeSpan.FromSeconds(5) };
        var outcomes = Fake.CreatePinsAsync(BulkPins.Of("a", "b", "c"), options).ToListAsync().AsTask();

        Assert.Equal(TimeSpan.FromSeconds(5), await _time.NextWaitAsync());
        Assert.Equal(TimeSpan.FromSeconds(10), await _time.NextWaitAsync());
        Assert.Single(_fake.Requests);
        _time.Advance(TimeSpan.FromSeconds(5));
        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(3, (await outcomes).Count);
    }

    [Fact]
    public async Task A_cancellation_reports_what_was_begun_and_then_throws()
    {
        using var cancellation = new CancellationTokenSource();
        _fake.AnswerCancellable = async token =>
        {
            if (_fake.Requests.Count > 1)
            {
                await cancellation.CancelAsync();
                await Forever.UntilCancelledAsync(token);
            }
        };
        BulkPins.Answer(_fake, BulkPins.Created);
        var seen = new List<PinOutcomeKind>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            var options = new BulkPinOptions { MaxConcurrency = 1 };
            await foreach (var outcome in Fake.CreatePinsAsync(BulkPins.Of("a", "b", "c"), options, cancellation.Token))
            {
                seen.Add(outcome.Kind);
            }
        });

        Assert.Equal([PinOutcomeKind.Created, PinOutcomeKind.Unknown], seen);
        Assert.Equal(2, _fake.Requests.Count);
    }

    [Fact]
    public async Task An_error_of_the_source_comes_after_the_outcomes_of_the_Pins_before_it()
    {
        BulkPins.Answer(_fake, BulkPins.Created);
        var seen = new List<int>();

        var error = await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var outcome in Fake.CreatePinsAsync(Failing()))
            {
                seen.Add(outcome.Index);
            }
        });

        Assert.Equal("line 3", error.Message);
        Assert.Equal([0, 1], seen);

        static IEnumerable<BulkPin> Failing()
        {
            yield return BulkPins.OnBoard("7", "a");
            yield return BulkPins.OnBoard("7", "b");
            throw new InvalidDataException("line 3");
        }
    }

    [Fact]
    public async Task A_caller_that_leaves_early_leaves_nothing_running()
    {
        BulkPins.Answer(_fake, BulkPins.Created);
        var options = new BulkPinOptions { Interval = TimeSpan.FromSeconds(5) };

        await foreach (var outcome in Fake.CreatePinsAsync(BulkPins.Of("a", "b", "c"), options))
        {
            Assert.Equal(0, outcome.Index);
            break;
        }

        // The second and the third waited for their turn.
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Single(_fake.Requests);
    }

    [Fact]
    public async Task A_second_enumeration_begins_anew()
    {
        BulkPins.Answer(_fake, BulkPins.Created);
        var outcomes = Fake.CreatePinsAsync(BulkPins.Of("a", "b"));
        Assert.Empty(_fake.Requests);

        Assert.Equal(["0 Created", "1 Created"], await BulkPins.ListAsync(outcomes));
        Assert.Equal(["0 Created", "1 Created"], await BulkPins.ListAsync(outcomes));
    }

    [Fact]
    public async Task A_video_that_was_uploaded_and_pictures_can_be_in_one_bulk()
    {
        BulkPins.Answer(_fake, BulkPins.Created);
        var draft = new PinDraft("7") { Title = "a" };
        BulkPin[] pins =
        [
            BulkPin.OfVideo(draft, "m1", VideoCover.Frame(TimeSpan.FromSeconds(2))),
            BulkPin.OfImages(draft, PinImage.FromBytes(Pictures.Png(1, 1)), PinImage.FromBytes(Pictures.Png(2, 1))),
            BulkPin.OfVideo(draft, "m1", VideoCover.Frame(TimeSpan.FromSeconds(-2))),
        ];

        var outcomes = await BulkPins.ListAsync(Fake.CreatePinsAsync(pins));

        Assert.Equal(["0 Created", "1 Failed ArgumentException", "2 Failed ArgumentException"], outcomes);
        Assert.Contains("\"media_id\":\"m1\"", Assert.Single(_fake.Requests).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_Pinterest_answers_each_Pin_has_one_outcome_in_its_order()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 300; round++)
        {
            var fake = new FakePinterest { KeepsRequests = false };
            var answers = Enumerable.Range(0, random.Next(25)).Select(_ => random.Next(14)).ToList();
            var yields = answers.Select(_ => random.Next(4)).ToList();
            var created = 0;
            fake.Answer = async (_, body) =>
            {
                var title = (string)JObject.Parse(body!)["title"]!;
                var index = int.Parse(title, CultureInfo.InvariantCulture);
                for (var i = 0; i < yields[index]; i++)
                {
                    await Task.Yield();
                }

                switch (answers[index])
                {
                    case 0:
                        return BulkPins.Refused(HttpStatusCode.BadRequest, 1, "no");
                    case 1:
                        return FakePinterest.Reply("", HttpStatusCode.BadGateway);
                    case 2 when index % 3 == 0:
                        return BulkPins.Refused(HttpStatusCode.Unauthorized, 2, "no");
                    default:
                        Interlocked.Increment(ref created);
                        return BulkPins.Created(title);
                }
            };
            var options = new BulkPinOptions { MaxConcurrency = random.Next(1, 6), LookUpUnknown = false };
            var pins = answers.Select((_, i) => BulkPins.OnBoard("7", $"{i}"));

            var outcomes = await fake.Client.CreatePinsAsync(pins, options).ToListAsync();

            var about = $"seed {Seed}, round {round}";
            Assert.True(
                outcomes.Select(outcome => outcome.Index).SequenceEqual(Enumerable.Range(0, answers.Count)),
                about
            );
            Assert.True(outcomes.Count(outcome => outcome.Kind is PinOutcomeKind.Created) == created, about);
            Assert.True(
                outcomes.SkipWhile(IsTried).All(outcome => !IsTried(outcome)),
                about + ": a Pin was tried after one that was not"
            );
            Assert.All(
                outcomes,
                outcome => Assert.Equal(outcome.Kind is PinOutcomeKind.Created, outcome.Error is null)
            );
        }

        static bool IsTried(PinOutcome outcome) => outcome.Kind is not PinOutcomeKind.NotTried;
    }

    [Fact]
    public async Task Senseless_options_are_refused_all_at_once()
    {
        var options = new BulkPinOptions
        {
            MaxConcurrency = 0,
            Interval = TimeSpan.FromSeconds(-1),
            MaxRateLimitWait = TimeSpan.FromDays(2),
            MaxUnansweredInARow = 0,
            Lookup = new PinLookupOptions { MaxPins = 0 },
        };

        var error = Assert.Throws<ArgumentException>(() => Fake.CreatePinsAsync([], options));

        foreach (
            var name in new[] { "MaxConcurrency", "Interval", "MaxRateLimitWait", "MaxUnansweredInARow", "MaxPins" }
        )
        {
            Assert.Contains($"{name} is ", error.Message, StringComparison.Ordinal);
        }

        Assert.Empty(await Fake.CreatePinsAsync([]).ToListAsync());
    }
}
