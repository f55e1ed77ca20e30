using Pinterest.OpenApi;
using Pinterest.OpenApi.Sandbox;

namespace YourApp;

/// <summary>
/// The catalog against a Pinterest in this process: with boards that are there, and with something that goes wrong.
/// </summary>
public sealed class BoardCatalogTests : IAsyncLifetime
{
    private readonly ImpatientClock _clock = new();
    private PinterestSandbox _sandbox = null!;
    private BoardCatalog _catalog = null!;

    public async Task InitializeAsync()
    {
        #region sandbox
        var content = new SandboxContent { Boards = 300, PinsPerBoard = 0 };
        var sandbox = await PinterestSandbox.StartAsync(new SandboxOptions { Content = content });
        var options = new PinterestClientOptions
        {
            BaseAddress = sandbox.BaseAddress,
            AccessToken = sandbox.AccessToken,
            AccessTier = AccessTier.Unlimited,
        };
        #endregion
        _sandbox = sandbox;
        _catalog = new BoardCatalog(new PinterestClient(options with { TimeProvider = _clock }));
    }

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task A_board_that_is_missing_is_made_and_then_found()
    {
        var id = await _catalog.EnsureAsync("Kitchens");

        Assert.Equal(id, await _catalog.EnsureAsync("kitchens"));
        Assert.Single(_sandbox.Requests, request => request.OperationId == "boards/create");
    }

    [Fact]
    public async Task A_spent_rate_limit_is_waited_for()
    {
        #region fault
        // The first request is refused with 429; the client waits as long as the reply says, and sends it again.
        _sandbox.AddFault(new SandboxFault(FaultKind.RateLimited) { OperationId = "boards/list" });

        await _catalog.EnsureAsync("Kitchens");

        Assert.Equal([429, 200, 200, 201], _sandbox.Requests.Select(request => request.Status));
        #endregion
        Assert.Contains(TimeSpan.FromSeconds(1), _clock.Waits);
    }

    [Fact]
    public async Task A_rate_limit_that_stays_is_an_error_with_the_time()
    {
        _sandbox.AddFault(new SandboxFault(FaultKind.RateLimited) { OperationId = "boards/list", Times = null });

        var error = await Assert.ThrowsAsync<PinterestRateLimitedException>(() => _catalog.EnsureAsync("Kitchens"));

        Assert.NotNull(error.ResetsAt);
    }

    /// <summary>
    /// A clock on which short waits are over at once, so that a test waits for nothing. Time-outs are longer, and
    /// stay.
    /// </summary>
    private sealed class ImpatientClock : TimeProvider
    {
        private static readonly TimeSpan Short = TimeSpan.FromSeconds(5);

        public System.Collections.Concurrent.ConcurrentQueue<TimeSpan> Waits { get; } = new();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime <= TimeSpan.Zero || dueTime > Short)
            {
                return base.CreateTimer(callback, state, dueTime, period);
            }

            Waits.Enqueue(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
