using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Access;

public sealed class GrantedClientTests : IAsyncLifetime, IGrantSource
{
    private readonly FakeAuditLog _log = new();
    private readonly FakeApprovals _approvals = new();
    private AgentGrant? _grant = Calls.Everything();
    private PinterestSandbox _sandbox = null!;
    private AccountClients _accounts = null!;
    private IPinterestClient _client = null!;

    public AgentGrant? Find(string agent) => _grant;

    [Fact]
    public async Task A_program_makes_its_calls_under_its_grant_and_each_is_logged()
    {
        var board = await _client.Boards.CreateAsync(new BoardCreate { Name = "Kitchens" });
        var found = await _client.Boards.GetAsync(board.Id);
        Assert.Equal("Kitchens", found.Name);
        Assert.Equal(["boards/create", "boards/get"], _log.Outcomes.Select(entry => entry.Operation));
        Assert.All(_log.Outcomes, entry => Assert.Equal(AuditOutcome.Done, entry.Outcome));
        Assert.Equal("blog-helper called boards/create.", _log.Outcomes[0].Sentence);
    }

    [Fact]
    public async Task A_call_that_is_not_granted_never_reaches_Pinterest()
    {
        _grant = Calls.All(AreaAccess.Read);
        await Assert.ThrowsAsync<AccessDeniedException>(() =>
            _client.Boards.CreateAsync(new BoardCreate { Name = "No" })
        );
        Assert.Empty(_sandbox.Requests);
    }

    [Fact]
    public async Task A_call_that_others_see_waits_for_a_person()
    {
        _grant = Calls.All(AreaAccess.Full);
        var create = () => _client.Boards.CreateAsync(new BoardCreate { Name = "Kitchens" });
        var waiting = await Assert.ThrowsAsync<ApprovalNeededException>(create);
        await _approvals.ApproveAsync(waiting.Approval.Id, "command", default);
        Assert.Equal("Kitchens", (await create()).Name);
    }

    [Fact]
    public async Task Secret_boards_are_neither_listed_nor_read_without_a_grant()
    {
        _grant = Calls.Everything() with { Secret = true };
        var secret = await _client.Boards.CreateAsync(
            new BoardCreate { Name = "Plans", Privacy = BoardPrivacy.Secret }
        );
        await _client.Boards.CreateAsync(new BoardCreate { Name = "Kitchens" });
        _grant = Calls.Everything();
        var page = await _client.Boards.ListAsync();
        Assert.Equal(["Kitchens"], page.Items.Select(board => board.Name));
        var error = await Assert.ThrowsAsync<AccessDeniedException>(() => _client.Boards.GetAsync(secret.Id));
        Assert.Equal("secret", error.Decision.Rule);
        await Assert.ThrowsAsync<AccessDeniedException>(() => _client.Boards.DeleteAsync(secret.Id));
    }

    [Theory]
    [InlineData("top_pins")]
    [InlineData("top_video_pins")]
    public async Task The_best_Pins_of_all_boards_take_the_right_to_secret_boards(string list)
    {
        var call = new PinterestRawCall(HttpMethod.Get, $"/user_account/analytics/{list}");

        var error = await Assert.ThrowsAsync<AccessDeniedException>(() => _client.SendAsync(call));

        Assert.Equal("secret", error.Decision.Rule);
        Assert.Empty(_sandbox.Requests);
    }

    [Fact]
    public async Task Limits_on_boards_hold_for_the_Pins_of_a_board()
    {
        var mine = await _client.Boards.CreateAsync(new BoardCreate { Name = "Mine" });
        var other = await _client.Boards.CreateAsync(new BoardCreate { Name = "Other" });
        _grant = Calls.Everything() with { Limits = new GrantLimits { Boards = [mine.Id] } };
        await _client.Boards.ListPinsAsync(mine.Id);
        await Assert.ThrowsAsync<AccessDeniedException>(() => _client.Boards.ListPinsAsync(other.Id));
    }

    [Theory]
    [InlineData("""{"link": "https://shop.example.com/a"}""", true)]
    [InlineData("""{"link": "https://evil.example/"}""", false)]
    [InlineData("""{"link": "https://shop.example.com@evil.example/"}""", false)]
    [InlineData("""{"link": "shop.example.com"}""", true)]
    [InlineData("""{"media_source": {"items": [{"link": "https://evil.example/"}]}}""", false)]
    public async Task Limits_on_links_hold_for_every_link_of_a_Pin(string body, bool isAllowed)
    {
        _grant = Calls.Everything() with { Limits = new GrantLimits { LinkHosts = ["shop.example.com"] } };
        var call = new PinterestRawCall(HttpMethod.Post, "/pins") { Body = Newtonsoft.Json.Linq.JObject.Parse(body) };
        await Record.ExceptionAsync(() => _client.SendAsync(call));
        Assert.Equal(!isAllowed, _log.Outcomes[^1].Rule == "limits.linkHosts");
        Assert.Equal(isAllowed, _sandbox.Requests.Count > 0);
    }

    [Fact]
    public async Task A_Pin_goes_to_a_board_that_is_named_where_boards_are_limited()
    {
        var mine = await _client.Boards.CreateAsync(new BoardCreate { Name = "Mine" });
        _grant = Calls.Everything() with { Limits = new GrantLimits { Boards = [mine.Id] } };

        foreach (var path in new[] { "/pins", "/pins/1/save" })
        {
            var call = new PinterestRawCall(HttpMethod.Post, path)
            {
                Body = Newtonsoft.Json.Linq.JObject.Parse("""{"board_id": ""}"""),
            };
            var error = await Assert.ThrowsAsync<AccessDeniedException>(() => _client.SendAsync(call));
            Assert.Equal("limits.boards", error.Decision.Rule);
        }

        Assert.Single(_sandbox.Requests);
    }

    [Theory]
    [InlineData("""[{"parent_pin_id": "PIN"}]""")]
    [InlineData("""[{"tracking": {"pin_ids": ["PIN"]}}]""")]
    public async Task A_Pin_that_only_the_body_names_is_looked_up(string body)
    {
        _grant = Calls.Everything() with { Secret = true };
        var secret = await _client.Boards.CreateAsync(
            new BoardCreate { Name = "Plans", Privacy = BoardPrivacy.Secret }
        );
        var media = new PinMediaSourceImageUrl { Url = "https://example.com/a.jpg" };
        var pin = await _client.Pins.CreateAsync(new PinCreate { BoardId = secret.Id, MediaSource = media });
        _grant = Calls.Everything() with { Allow = ["operation:lead_forms/create"] };
        var call = new PinterestRawCall(HttpMethod.Post, "/ad_accounts/{ad_account_id}/lead_forms")
        {
            PathValues = new Dictionary<string, string> { ["ad_account_id"] = "1" },
            Body = Newtonsoft.Json.Linq.JArray.Parse(body.Replace("PIN", pin.Id, StringComparison.Ordinal)),
        };

        var error = await Assert.ThrowsAsync<AccessDeniedException>(() => _client.SendAsync(call));

        Assert.Equal("secret", error.Decision.Rule);
    }

    [Fact]
    public async Task An_empty_list_of_a_body_is_shown_since_it_may_wipe_what_stands_there()
    {
        _grant = Calls.All(AreaAccess.Full);

        var waiting = await Assert.ThrowsAsync<ApprovalNeededException>(() =>
            _client.SendAsync(
                new PinterestRawCall(HttpMethod.Post, "/boards")
                {
                    Body = Newtonsoft.Json.Linq.JObject.Parse("""{"name": "a", "tags": [], "more": {}}"""),
                }
            )
        );

        Assert.Equal(
            ["body.name: a", "body.tags: []", "body.more: {}"],
            waiting.Approval.Summary.Lines.Select(line => $"{line.Name}: {line.Text}")
        );
    }

    [Fact]
    public async Task An_approval_holds_for_the_nulls_of_a_body_and_shows_every_value()
    {
        _grant = Calls.All(AreaAccess.Full);
        var waiting = await Assert.ThrowsAsync<ApprovalNeededException>(() =>
            SendAsync("""{"name": "a", "description": "b"}""")
        );
        Assert.Equal(
            [new SummaryLine("body.name", "a"), new SummaryLine("body.description", "b")],
            waiting.Approval.Summary.Lines
        );
        var first = await Assert.ThrowsAsync<ApprovalNeededException>(() => SendAsync("""{"name": "a"}"""));
        var second = await Assert.ThrowsAsync<ApprovalNeededException>(() =>
            SendAsync("""{"name": "a", "description": null}""")
        );
        Assert.NotEqual(first.Approval.Hash, second.Approval.Hash);

        Task SendAsync(string body) =>
            _client.SendAsync(
                new PinterestRawCall(HttpMethod.Post, "/boards") { Body = Newtonsoft.Json.Linq.JObject.Parse(body) }
            );
    }

    [Fact]
    public async Task A_program_publishes_a_video_and_each_step_but_the_bytes_is_logged()
    {
        var board = await _client.Boards.CreateAsync(new BoardCreate { Name = "Kitchens" });
        for (var time = 0; time < 2; time++)
        {
            using var video = new MemoryStream(new byte[300_000]);
            var pin = await _client.CreateVideoPinAsync(
                video,
                new PinDraft(board.Id) { Title = "A film" },
                VideoCover.Frame(TimeSpan.FromSeconds(1))
            );

            Assert.Equal("A film", pin.Title);
        }

        Assert.Equal(
            ["boards/create", "media/create", "media/get", "pins/create"],
            _log.Outcomes.Select(entry => entry.Operation).Distinct()
        );
        Assert.Equal(2, _log.Outcomes.Count(entry => entry.Operation == "media/create"));
        Assert.All(_log.Outcomes, entry => Assert.Equal(AuditOutcome.Done, entry.Outcome));
    }

    [Fact]
    public async Task A_video_that_is_not_granted_is_never_registered()
    {
        var board = await _client.Boards.CreateAsync(new BoardCreate { Name = "Kitchens" });
        _grant = Calls.Everything() with { Deny = ["operation:media/create"] };
        using var video = new MemoryStream(new byte[300_000]);

        await Assert.ThrowsAsync<AccessDeniedException>(() =>
            _client.CreateVideoPinAsync(video, new PinDraft(board.Id), VideoCover.Frame(TimeSpan.Zero))
        );

        Assert.Single(_sandbox.Requests);
    }

    [Fact]
    public async Task An_error_of_Pinterest_keeps_its_type()
    {
        await Assert.ThrowsAsync<PinterestNotFoundException>(() => _client.Boards.GetAsync("404404"));
        Assert.Equal("NotFound", _log.Outcomes[^1].ErrorKind);
    }

    [Fact]
    public async Task An_operation_of_advertising_takes_its_exact_name()
    {
        var create = () =>
            _client.SendAsync(
                new PinterestRawCall(HttpMethod.Post, "/ad_accounts/{ad_account_id}/campaigns")
                {
                    PathValues = new Dictionary<string, string> { ["ad_account_id"] = "1" },
                    Body = new Newtonsoft.Json.Linq.JArray(),
                }
            );
        var error = await Assert.ThrowsAsync<AccessDeniedException>(create);
        Assert.Equal("operation:campaigns/create", error.Decision.Rule);
        _grant = Calls.Everything() with { Allow = ["operation:campaigns/create"] };
        Assert.Equal("limits.money", (await Assert.ThrowsAsync<AccessDeniedException>(create)).Decision.Rule);
    }

    public async Task InitializeAsync()
    {
        _sandbox = await PinterestSandbox.StartAsync(new SandboxOptions { MediaProcessingTime = TimeSpan.Zero });
        _accounts = new AccountClients(
            new AccountClientsOptions
            {
                BaseAddress = _sandbox.BaseAddress,
                IsSandbox = true,
                AccessToken = _sandbox.AccessToken,
            }
        );
        var gate = new AgentGate(
            new AgentGateOptions
            {
                Grants = this,
                Log = _log,
                Approvals = _approvals,
                Accounts = _accounts,
            }
        );
        _client = GrantedClient.Create(gate, new AgentIdentity(Calls.Agent, "session-1"));
    }

    public async Task DisposeAsync()
    {
        _accounts.Dispose();
        await _sandbox.DisposeAsync();
    }
}
