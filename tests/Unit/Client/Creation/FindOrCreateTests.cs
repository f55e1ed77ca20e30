using System.Net;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Creation;

public sealed class FindOrCreateTests : IAsyncLifetime
{
    private const string Empty = """{"items":[],"bookmark":null}""";
    private readonly FakePinterest _fake = new();
    private readonly WatchedTime _time = new();
    private PinterestSandbox _sandbox = null!;

    private PinterestClient Client =>
        new(new PinterestClientOptions { BaseAddress = _sandbox.BaseAddress, AccessToken = _sandbox.AccessToken });

    private PinterestClient Fake => _fake.With(new PinterestRetryOptions { MaxRetries = 0 }, _time);

    public async Task InitializeAsync() =>
        _sandbox = await PinterestSandbox.StartAsync(new SandboxOptions { CheckResponses = true });

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task A_board_is_created_once_and_found_afterwards()
    {
        var first = await Client.FindOrCreateBoardAsync("Kitchens");
        var second = await Client.FindOrCreateBoardAsync("  kitchens ");

        Assert.Equal((true, "Kitchens", BoardPrivacy.Public), (first.WasCreated, first.Item.Name, first.Item.Privacy));
        Assert.Equal((false, first.Item.Id), (second.WasCreated, second.Item.Id));
    }

    [Fact]
    public async Task A_board_is_found_beyond_the_first_page()
    {
        var wanted = await Client.Boards.CreateAsync(new BoardCreate { Name = "The oldest" });
        _sandbox.Fill(new SandboxContent { Boards = 300, PinsPerBoard = 0 });

        var found = await Client.FindOrCreateBoardAsync("THE OLDEST");

        Assert.Equal((false, wanted.Id), (found.WasCreated, found.Item.Id));
    }

    [Fact]
    public async Task A_new_board_gets_all_its_settings()
    {
        var made = await Client.FindOrCreateBoardAsync(
            new BoardCreate
            {
                Name = " Ideas ",
                Description = "Of the year",
                Privacy = BoardPrivacy.Secret,
            }
        );

        Assert.Equal(
            ("Ideas", "Of the year", BoardPrivacy.Secret),
            (made.Item.Name, made.Item.Description, made.Item.Privacy)
        );
    }

    [Fact]
    public async Task A_public_board_is_never_taken_for_a_secret_one()
    {
        var existing = await Client.FindOrCreateBoardAsync("Plans");

        var error = await Assert.ThrowsAsync<PinterestNameTakenException>(() =>
            Client.FindOrCreateBoardAsync("plans", BoardPrivacy.Secret)
        );

        Assert.Equal(existing.Item.Id, error.ExistingId);
        Assert.Contains("exists and is PUBLIC, not SECRET.", error.Message, StringComparison.Ordinal);
        Assert.False((await Client.FindOrCreateBoardAsync("plans", BoardPrivacy.Public)).WasCreated);
    }

    [Fact]
    public async Task A_secret_board_that_the_token_does_not_see_is_named_as_the_reason()
    {
        await Client.FindOrCreateBoardAsync("Hidden", BoardPrivacy.Secret);
        var blind = Client.With(options =>
            options with
            {
                AccessToken = _sandbox.IssueAccessToken(["boards:read", "boards:write"]),
                TimeProvider = _time,
            }
        );

        var error = await Assert.ThrowsAsync<PinterestNameTakenException>(() =>
            _time.PassAsync(blind.FindOrCreateBoardAsync("Hidden"))
        );

        Assert.Equal(("Hidden", null), (error.Name, error.ExistingId));
        Assert.Contains("boards:read_secret", error.Message, StringComparison.Ordinal);
        Assert.IsType<PinterestConflictException>(error.InnerException);
    }

    [Fact]
    public async Task A_board_that_another_process_creates_meanwhile_is_found()
    {
        // The list lags behind by one look.
        _fake
            .Replies(Empty)
            .Replies("""{"code":58,"message":"You already have a board with this name."}""", HttpStatusCode.Conflict)
            .Replies(Empty)
            .Replies("""{"items":[{"id":"5","name":"Kitchens"}]}""");

        var found = await _time.PassAsync(Fake.FindOrCreateBoardAsync("kitchens"));

        Assert.Equal((false, "5"), (found.WasCreated, found.Item.Id));
    }

    [Fact]
    public async Task Many_at_once_end_with_one_board_and_one_section()
    {
        var client = Client;
        var boards = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.FindOrCreateBoardAsync("Race")));
        var board = Assert.Single(boards.Select(each => each.Item.Id).Distinct());
        Assert.Single(boards, each => each.WasCreated);

        var sections = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => client.FindOrCreateSectionAsync(board, "Oak"))
        );
        Assert.Single(sections.Select(each => each.Item.Id).Distinct());
        Assert.Single(sections, each => each.WasCreated);
    }

    [Fact]
    public async Task A_creation_without_a_response_that_happened_is_found()
    {
        _fake
            .Replies(Empty)
            .Replies("", HttpStatusCode.BadGateway)
            .Replies("""{"items":[{"id":"5","name":"Kitchens"}]}""");
        Assert.True((await Fake.FindOrCreateBoardAsync("Kitchens")).WasCreated);

        _fake.Replies(Empty).Replies("", HttpStatusCode.BadGateway).Replies(Empty);
        await Assert.ThrowsAsync<PinterestServerException>(() => Fake.FindOrCreateBoardAsync("Kitchens"));

        // The failure of the look does not hide the first.
        _fake
            .Replies(Empty)
            .Replies("", HttpStatusCode.BadGateway)
            .Replies("""{"code":2}""", HttpStatusCode.Unauthorized);
        await Assert.ThrowsAsync<PinterestServerException>(() => Fake.FindOrCreateBoardAsync("Kitchens"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("[]")]
    public async Task A_creation_whose_response_has_no_board_is_looked_up(string response)
    {
        _fake
            .Replies("""{"items":[{},null,{"id":"1"},{"id":"2","name":null}]}""")
            .Replies(response, HttpStatusCode.Created)
            .Replies("""{"items":[{"id":"5","name":"Kitchens"}]}""");

        var result = await Fake.FindOrCreateBoardAsync("Kitchens");

        Assert.Equal((true, "5"), (result.WasCreated, result.Item.Id));
    }

    [Fact]
    public async Task A_section_without_an_id_is_looked_up_too()
    {
        _fake.Replies(Empty).Replies("{}", HttpStatusCode.Created).Replies("""{"items":[{"id":"5","name":"Tiles"}]}""");

        Assert.Equal("5", (await Fake.FindOrCreateSectionAsync("1", "Tiles")).Item.Id);
    }

    [Fact]
    public async Task The_walk_ends_after_5000_boards()
    {
        var page = 0;
        _fake.Answer = (request, _) =>
        {
            if (request.Method == HttpMethod.Post)
            {
                return Task.FromResult(FakePinterest.Reply("""{"message":"exists"}""", HttpStatusCode.Conflict));
            }

            var items = Enumerable.Range(0, 250).Select(i => new JObject { ["id"] = $"{i}", ["name"] = $"n{i}" });
            var body = new JObject { ["items"] = new JArray(items), ["bookmark"] = $"b{++page}" };
            return Task.FromResult(FakePinterest.Reply(body.ToString()));
        };

        var error = await Assert.ThrowsAsync<PinterestNameTakenException>(() =>
            _time.PassAsync(Fake.FindOrCreateBoardAsync("Kitchens"))
        );

        Assert.Contains("Only the first 5000 were searched", error.Message, StringComparison.Ordinal);
        Assert.Equal((3 * 20) + 1, _fake.Requests.Count);
    }

    [Fact]
    public async Task A_section_is_created_once_and_found_afterwards()
    {
        var board = (await Client.FindOrCreateBoardAsync("Kitchens")).Item.Id;

        var first = await Client.FindOrCreateSectionAsync(board, "Oak");
        var second = await Client.FindOrCreateSectionAsync(board, " OAK");

        Assert.Equal((true, "Oak"), (first.WasCreated, first.Item.Name));
        Assert.Equal((false, first.Item.Id), (second.WasCreated, second.Item.Id));
        await Assert.ThrowsAsync<PinterestNotFoundException>(() => Client.FindOrCreateSectionAsync("404", "Oak"));
    }

    [Fact]
    public async Task A_blank_name_is_refused_before_anything_is_sent()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Fake.FindOrCreateBoardAsync(" "));
        await Assert.ThrowsAsync<ArgumentException>(() => Fake.FindOrCreateSectionAsync("1", ""));
        await Assert.ThrowsAsync<ArgumentException>(() => Fake.FindOrCreateSectionAsync(" ", "Oak"));
        Assert.Empty(_fake.Requests);
    }

    [Theory]
    [InlineData("Kitchens", "kitchens\t", true)]
    [InlineData("\ud800", "\ud800", true)]
    [InlineData("Kitchens", "Kitchen", false)]
    [InlineData(null, "Kitchen", false)]
    public void Names_are_the_same_without_regard_to_case(string? one, string other, bool areSame) =>
        Assert.Equal(areSame, NamedThing<Board>.AreSame(one, other));

    [Fact]
    public void Names_are_the_same_however_their_accents_are_written()
    {
        // A runtime without ICU composes nothing.
        var canCompose = "e\u0301".Normalize().Length == 1;

        Assert.Equal(canCompose, NamedThing<Board>.AreSame("Cafe\u0301", "CAF\u00c9"));
    }
}
