using System.Web;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Client.Generated;

namespace Pinterest.OpenApi.Unit.Sandbox;

/// <summary>
/// The client of this repository works with the sandbox: sign-in, core operations, paging, an upload, every fault.
/// </summary>
public sealed class PinterestSandboxTests : IAsyncLifetime
{
    private static readonly Uri Back = new("http://localhost:9/back");
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private PinterestSandbox _sandbox = null!;

    public static TheoryData<FaultKind, Type?> Faults =>
        new()
        {
            { FaultKind.Latency, null },
            { FaultKind.Reset, typeof(PinterestConnectionException) },
            { FaultKind.TruncatedBody, typeof(PinterestConnectionException) },
            { FaultKind.Unavailable, typeof(PinterestServerException) },
            { FaultKind.EmptyError, typeof(PinterestServerException) },
            { FaultKind.RateLimited, typeof(PinterestRateLimitedException) },
            { FaultKind.Spam, typeof(PinterestSpamException) },
            { FaultKind.ExpiredToken, typeof(PinterestAuthenticationFailedException) },
            { FaultKind.MissingScope, typeof(PinterestMissingScopeException) },
            { FaultKind.RestrictedFeature, typeof(PinterestTrialAccessException) },
            { FaultKind.TrialAccess, typeof(PinterestTrialAccessException) },
            { FaultKind.SlowDrip, null },
            { FaultKind.WrongJson, typeof(PinterestApiException) },
            { FaultKind.UnknownEnumValue, null },
            { FaultKind.ExtraMembers, null },
            { FaultKind.MissingMembers, null },
            { FaultKind.NullMembers, null },
            { FaultKind.FailedMedia, null },
        };

    public async Task InitializeAsync() =>
        _sandbox = await PinterestSandbox.StartAsync(
            new SandboxOptions
            {
                AutoApprove = true,
                CheckResponses = true,
                MediaProcessingTime = TimeSpan.Zero,
            }
        );

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task The_27_core_operations_work_together()
    {
        var pinterest = Client();
        _sandbox.Fill(new SandboxContent { Boards = 0, Followers = 5 });

        var board = await pinterest.Boards.CreateAsync(new BoardCreate { Name = "Kitchens" });
        var today = DateOnly.FromDateTime(_sandbox.Requests[0].ReceivedAt.UtcDateTime);
        Assert.Equal("Kitchens", (await pinterest.Boards.GetAsync(board.Id)).Name);
        Assert.Equal(
            "All",
            (await pinterest.Boards.UpdateAsync(board.Id, new BoardUpdate { Description = "All" })).Description
        );
        var section = await pinterest.Boards.CreateSectionAsync(board.Id, new BoardSection { Name = "Sinks" });
        Assert.Equal(
            "Taps",
            (await pinterest.Boards.UpdateSectionAsync(board.Id, section.Id!, new BoardSection { Name = "Taps" })).Name
        );

        var pin = await pinterest.CreateImagePinAsync(
            [PinImage.FromUri(new Uri("https://example.com/a.jpg"))],
            new PinDraft(board.Id) { Title = "Oak table", BoardSectionId = section.Id }
        );
        Assert.Equal("Oak table", (await pinterest.Pins.GetAsync(pin.Id)).Title);
        Assert.Equal(
            "Ash table",
            (await pinterest.Pins.UpdateAsync(pin.Id, new PinUpdate { Title = "Ash table" })).Title
        );
        var saved = await pinterest.Pins.SaveAsync(pin.Id, new PinSaveRequest { BoardId = board.Id });
        Assert.Equal(pin.Id, saved.ParentPinId);

        Assert.Equal(2, (await pinterest.Pins.ListAsync()).Items.Count);
        Assert.Single((await pinterest.Boards.ListAsync()).Items);
        Assert.Equal(2, (await pinterest.Boards.ListPinsAsync(board.Id)).Items.Count);
        Assert.Equal("Taps", Assert.Single((await pinterest.Boards.ListSectionsAsync(board.Id)).Items).Name);
        Assert.Equal(
            pin.Id,
            Assert.Single((await pinterest.Boards.ListSectionPinsAsync(board.Id, section.Id!)).Items).Id
        );
        Assert.Equal(2, (await pinterest.Search.ListPinsAsync("ash")).Items.Count);
        Assert.Single((await pinterest.Search.ListBoardsAsync(query: "kitchen")).Items);

        Assert.Equal(
            (1, 2),
            (await pinterest.UserAccount.GetAsync() is var account ? (account.BoardCount, account.PinCount) : default)
        );
        Assert.Equal(5, (await pinterest.UserAccount.ListFollowersAsync()).Items.Count);
        var views = (await pinterest.UserAccount.GetAnalyticsAsync(today, today))["all"].SummaryMetrics!["IMPRESSION"];
        var ofPins = await pinterest.Pins.GetManyAnalyticsAsync(
            [pin.Id, saved.Id],
            today,
            today,
            [MultiPinAnalyticsMetricType.Impression]
        );
        Assert.Equal(views, ofPins.Values.Sum(one => one["all"].SummaryMetrics!["IMPRESSION"]));
        Assert.Single(
            (await pinterest.Pins.GetAnalyticsAsync(pin.Id, today, today, [MultiPinAnalyticsMetricType.Save]))[
                "all"
            ].DailyMetrics!
        );

        var upload = await pinterest.Media.CreateAsync(new MediaUploadCreate { MediaType = MediaUploadType.Video });
        Assert.Equal(MediaUploadStatus.Registered, (await pinterest.Media.GetAsync(upload.MediaId)).Status);
        Assert.Equal(upload.MediaId, Assert.Single((await pinterest.Media.ListAsync()).Items).MediaId);

        await pinterest.Pins.DeleteAsync(saved.Id);
        await pinterest.Boards.DeleteSectionAsync(board.Id, section.Id!);
        await Assert.ThrowsAsync<PinterestNotFoundException>(() => pinterest.Pins.GetAsync(pin.Id));
        await pinterest.Boards.DeleteAsync(board.Id);
        Assert.Empty((await pinterest.Boards.ListAsync()).Items);

        Assert.Empty(
            CoreClientsTests
                .Core.Select<object[], string>(row => (string)row[0])
                .Except(
                    _sandbox.Requests.Where(request => request.Status < 300).Select(request => request.OperationId!)
                )
        );
    }

    [Fact]
    public async Task A_user_signs_in_a_token_is_renewed_and_revoked()
    {
        var oauth = new PinterestOAuth(
            _http,
            new PinterestApp(_sandbox.AppId, _sandbox.AppSecret),
            new PinterestOAuthOptions
            {
                BaseAddress = _sandbox.BaseAddress,
                AuthorizeAddress = _sandbox.AuthorizeAddress,
            }
        );
        var state = PinterestOAuth.CreateState();
        using var approved = await _http.GetAsync(
            oauth.GetAuthorizationUri(Back, ["boards:read", "boards:write", "user_accounts:read"], state)
        );
        var answer = HttpUtility.ParseQueryString(approved.Headers.Location!.Query);
        Assert.Equal(state, answer["state"]);

        var token = await oauth.ExchangeCodeAsync(answer["code"]!, Back);
        var credential = new UserTokenCredential(oauth, new MemoryTokenStore(), "me");
        await credential.SetTokenAsync(token);
        var pinterest = Client().ForUser(credential);
        Assert.Equal("sandbox_user", (await pinterest.UserAccount.GetAsync()).Username);

        _sandbox.AddFault(new SandboxFault(FaultKind.ExpiredToken) { OperationId = "boards/list" });
        Assert.Empty((await pinterest.Boards.ListAsync()).Items);
        Assert.Contains(_sandbox.Requests, request => request.OperationId == "oauth/token" && request.Status == 200);
        await Assert.ThrowsAsync<PinterestMissingScopeException>(() => pinterest.Pins.ListAsync());

        var app = await oauth.GetClientTokenAsync(["boards:read"]);
        Assert.Empty(
            (await Client().ForUser(new StaticTokenCredential(app, TokenKind.Client)).Boards.ListAsync()).Items
        );
        await oauth.RevokeAsync(app.AccessToken);
        await Assert.ThrowsAsync<PinterestAuthenticationFailedException>(() =>
            Client().ForUser(new StaticTokenCredential(app, TokenKind.Client)).Boards.ListAsync()
        );
    }

    [Fact]
    public async Task A_thousand_Pins_come_page_by_page()
    {
        _sandbox.Fill(new SandboxContent { Boards = 4, PinsPerBoard = 250 });

        var ids = new List<string>();
        await foreach (var pin in Client().Pins.EnumerateAsync(new() { PageSize = 100 }).WithReadAhead())
        {
            ids.Add(pin.Id);
        }

        Assert.Equal((1000, 1000), (ids.Count, ids.Distinct().Count()));
        Assert.Equal(10, _sandbox.Requests.Count(request => request.OperationId == "pins/list"));
    }

    [Fact]
    public async Task A_video_is_uploaded_and_becomes_a_Pin()
    {
        var pinterest = Client();
        var board = await pinterest.Boards.CreateAsync(new BoardCreate { Name = "Kitchens" });

        var pin = await pinterest.CreateVideoPinAsync(
            new MemoryStream(new byte[3_000_000]),
            new PinDraft(board.Id) { Title = "A film" },
            VideoCover.Frame(TimeSpan.FromSeconds(1)),
            Loopback
        );
        Assert.Equal(("A film", CreativeType.Video), (pin.Title, pin.CreativeType));

        _sandbox.AddFault(new SandboxFault(FaultKind.FailedMedia) { OperationId = "media/create" });
        await Assert.ThrowsAsync<PinterestUploadException>(() =>
            pinterest.UploadVideoAsync(new MemoryStream(new byte[10]), Loopback)
        );
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Each_fault_is_what_the_client_says_it_is(FaultKind kind, Type? expected)
    {
        _sandbox.Fill(new SandboxContent { Boards = 2 });
        _sandbox.AddFault(new SandboxFault(kind) { Times = null, Delay = TimeSpan.Zero });
        var pinterest = Client()
            .With(options =>
                options with
                {
                    Retry = new PinterestRetryOptions { MaxRetries = 0 },
                    MaxRateLimitWait = TimeSpan.Zero,
                }
            );

        var error = await Record.ExceptionAsync(() => pinterest.Boards.ListAsync());

        if (expected is null)
        {
            Assert.Null(error);
        }
        else
        {
            Assert.IsAssignableFrom(expected, error);
        }
    }

    [Theory]
    [InlineData(FaultKind.Reset)]
    [InlineData(FaultKind.TruncatedBody)]
    [InlineData(FaultKind.Unavailable)]
    [InlineData(FaultKind.EmptyError)]
    public async Task A_fault_that_passes_is_not_seen(FaultKind kind)
    {
        _sandbox.AddFault(new SandboxFault(kind) { Times = 2 });
        Assert.Empty((await Client().Boards.ListAsync()).Items);
        Assert.Equal(3, _sandbox.Requests.Count);
    }

    private static VideoUploadOptions Loopback => new() { AllowedHosts = ["127.0.0.1"] };

    private PinterestClient Client() =>
        new(
            _http,
            new PinterestClientOptions
            {
                BaseAddress = _sandbox.BaseAddress,
                AccessToken = _sandbox.AccessToken,
                AccessTier = AccessTier.Unlimited,
                Retry = new PinterestRetryOptions { BaseDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero },
            }
        );
}
