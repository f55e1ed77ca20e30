using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Creation;

/// <summary>Whether a Pin was created is learnt from the newest Pins of its board.</summary>
public sealed class CreatedPinSearchTests
{
    private static readonly DateTimeOffset Since = new(2030, 1, 1, 10, 0, 0, TimeSpan.Zero);
    private static readonly PinLookupOptions Now = new() { Delay = TimeSpan.Zero };
    private static readonly PinDraft Draft = new("7") { Title = "Oak table", Link = new Uri("https://e.com/a") };
    private readonly FakePinterest _fake = new();

    [Fact]
    public async Task A_Pin_that_was_created_is_found_on_the_sandbox()
    {
        await using var sandbox = await PinterestSandbox.StartAsync(new SandboxOptions { CheckResponses = true });
        var client = new PinterestClient(
            new PinterestClientOptions { BaseAddress = sandbox.BaseAddress, AccessToken = sandbox.AccessToken }
        );
        var board = (await client.FindOrCreateBoardAsync("Kitchens")).Item.Id;
        var section = (await client.FindOrCreateSectionAsync(board, "Oak")).Item.Id;
        var draft = Draft with { BoardId = board, BoardSectionId = section };
        var since = DateTimeOffset.UtcNow;

        var before = await client.FindCreatedPinAsync(draft, since, Now);
        var made = await client.CreateImagePinAsync([PinImage.FromUri(new Uri("https://e.com/1.png"))], draft);
        var after = await client.FindCreatedPinAsync(draft, since, Now);

        Assert.Equal(PinLookupAnswer.NotCreated, before.Answer);
        Assert.Equal((PinLookupAnswer.Created, made.Id), (after.Answer, after.Pin!.Id));
    }

    public static TheoryData<string, string, PinLookupAnswer> Cases =>
        new()
        {
            { "the same", """{"title":"Oak table","link":"https://e.com/a"}""", PinLookupAnswer.Created },
            { "space at the ends", """{"title":" Oak table ","link":"https://E.com/a"}""", PinLookupAnswer.Created },
            { "another title", """{"title":"Ash table","link":"https://e.com/a"}""", PinLookupAnswer.CannotTell },
            { "another link", """{"title":"Oak table","link":"https://e.com/b"}""", PinLookupAnswer.CannotTell },
            { "no link", """{"title":"Oak table","link":null}""", PinLookupAnswer.CannotTell },
            { "another Pin", """{"title":"Ash table","link":"no address"}""", PinLookupAnswer.NotCreated },
            {
                "another's Pin",
                """{"title":"Oak table","link":"https://e.com/a","is_owner":false}""",
                PinLookupAnswer.NotCreated
            },
            {
                "4 minutes before, by clocks that differ",
                """{"title":"Oak table","link":"https://e.com/a","created_at":"2030-01-01T09:56:00"}""",
                PinLookupAnswer.Created
            },
            {
                "6 minutes before",
                """{"title":"Oak table","link":"https://e.com/a","created_at":"2030-01-01T09:54:00"}""",
                PinLookupAnswer.NotCreated
            },
            {
                "no time",
                """{"title":"Oak table","link":"https://e.com/a","created_at":null}""",
                PinLookupAnswer.Created
            },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Title_link_owner_and_time_decide(string situation, string pin, PinLookupAnswer answer)
    {
        var lookup = await LookAsync(Draft, JObject.Parse(pin));

        Assert.True(answer == lookup.Answer, $"{situation}: {lookup.Reason}");
        Assert.Equal(answer is PinLookupAnswer.Created, lookup.Pin is not null);
        Assert.Equal(answer is PinLookupAnswer.CannotTell ? 1 : 0, lookup.Candidates.Count);
    }

    [Fact]
    public async Task What_was_not_sent_is_not_compared()
    {
        var pin = new JObject { ["title"] = "From the page", ["link"] = "https://e.com/a" };

        Assert.Equal(PinLookupAnswer.Created, (await LookAsync(Draft with { Title = null }, pin)).Answer);
    }

    [Fact]
    public async Task Without_title_and_link_the_longer_texts_decide_and_without_any_text_nobody_can_tell()
    {
        var draft = new PinDraft("7") { Description = "Of oak" };
        var pin = new JObject { ["description"] = "Of oak" };

        Assert.Equal(PinLookupAnswer.Created, (await LookAsync(draft, pin)).Answer);
        Assert.Equal(PinLookupAnswer.CannotTell, (await LookAsync(draft with { Description = "Of ash" }, pin)).Answer);
        Assert.Equal(PinLookupAnswer.CannotTell, (await LookAsync(new PinDraft("7"), pin)).Answer);
        Assert.Equal(PinLookupAnswer.NotCreated, (await LookAsync(new PinDraft("7"))).Answer);
    }

    [Fact]
    public async Task Of_two_that_are_the_same_nobody_can_tell_which_is_it()
    {
        var pin = new JObject { ["title"] = "Oak table", ["link"] = "https://e.com/a" };

        var lookup = await LookAsync(Draft, pin, (JObject)pin.DeepClone());

        Assert.Equal(PinLookupAnswer.CannotTell, lookup.Answer);
        Assert.Equal(["0", "1"], lookup.Candidates.Select(each => each.Id));
        Assert.Contains("2 Pins", lookup.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_walk_ends_at_a_page_of_older_Pins()
    {
        var old = new JObject { ["id"] = "1", ["created_at"] = "2029-12-31T00:00:00" };
        _fake.Answer = (_, _) => Task.FromResult(FakePinterest.Reply(Page("more", old)));

        var lookup = await _fake.Client.FindCreatedPinAsync(Draft, Since, Now);

        Assert.Equal(PinLookupAnswer.NotCreated, lookup.Answer);
        Assert.Single(_fake.Requests);
    }

    [Fact]
    public async Task A_board_with_more_new_Pins_than_are_looked_at_leaves_it_open()
    {
        var page = 0;
        var other = new JObject { ["id"] = "1", ["created_at"] = "2030-01-01T10:00:00" };
        _fake.Answer = (_, _) => Task.FromResult(FakePinterest.Reply(Page($"b{++page}", other, other)));

        var lookup = await _fake.Client.FindCreatedPinAsync(Draft, Since, Now with { MaxPins = 5 });

        Assert.Equal(PinLookupAnswer.CannotTell, lookup.Answer);
        Assert.Contains("newest 5 Pins", lookup.Reason, StringComparison.Ordinal);
        Assert.Equal(3, _fake.Requests.Count);
    }

    [Fact]
    public async Task The_look_waits_because_a_new_Pin_may_be_listed_late()
    {
        var time = new WatchedTime();
        _fake.Replies(Page(null));
        var look = _fake.With(new PinterestRetryOptions(), time).FindCreatedPinAsync(Draft, Since);

        Assert.Equal(TimeSpan.FromSeconds(2), await time.NextWaitAsync());
        Assert.Empty(_fake.Requests);
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(PinLookupAnswer.NotCreated, (await look).Answer);
    }

    [Fact]
    public async Task Senseless_arguments_are_refused()
    {
        var client = _fake.Client;

        await Assert.ThrowsAsync<ArgumentException>(() => client.FindCreatedPinAsync(new PinDraft(" "), Since));
        foreach (
            var options in new PinLookupOptions[]
            {
                new() { MaxPins = 0 },
                new() { ClockSkew = TimeSpan.FromDays(2) },
                new() { Delay = TimeSpan.FromSeconds(-1) },
            }
        )
        {
            await Assert.ThrowsAsync<ArgumentException>(() => client.FindCreatedPinAsync(Draft, Since, options));
        }
    }

    private Task<PinLookup> LookAsync(PinDraft draft, params JObject[] pins)
    {
        for (var i = 0; i < pins.Length; i++)
        {
            pins[i]["id"] = $"{i}";
            if (!pins[i].ContainsKey("created_at"))
            {
                pins[i]["created_at"] = "2030-01-01T10:00:03";
            }
        }

        _fake.Replies(Page(null, pins));
        return _fake.Client.FindCreatedPinAsync(draft, Since, Now);
    }

    private static string Page(string? bookmark, params JObject[] pins) =>
        new JObject { ["items"] = new JArray(pins.Select(pin => pin.DeepClone())), ["bookmark"] = bookmark }.ToString();
}
