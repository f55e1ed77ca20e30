using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Watching;

/// <summary>A board that changes, a watch of it, and what the watch has told.</summary>
internal sealed class WatchedHistory : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly SandboxCalls _calls;
    private readonly TemporaryFolder _folder = new();
    private readonly WatchedTime _time = new();
    private readonly ShiftingPages _interruption;
    private readonly PinterestClient _client;
    private readonly List<string> _here = [];
    private readonly List<string> _away = [];
    private readonly Dictionary<string, string?> _told = new(StringComparer.Ordinal);
    private readonly HashSet<string> _deleted = new(StringComparer.Ordinal);
    private readonly HashSet<string> _left = new(StringComparer.Ordinal);
    private readonly HashSet<string> _removedForGood = new(StringComparer.Ordinal);
    private string _board = "";
    private string _otherBoard = "";
    private int _names;
    private CancellationTokenSource _ending = new();
    private Task _watching = Task.CompletedTask;

    private WatchedHistory(SandboxCalls calls, bool countsItems)
    {
        _calls = calls;
        _interruption = new ShiftingPages(countsItems);
        _client = new PinterestClient(
            new HttpClient(_interruption),
            new PinterestClientOptions
            {
                BaseAddress = calls.Sandbox.BaseAddress,
                AccessToken = calls.Sandbox.AccessToken,
                AccessTier = AccessTier.Unlimited,
                TimeProvider = _time,
            }
        );
    }

    public static async Task<WatchedHistory> BeginAsync(SandboxCalls calls, bool countsItems)
    {
        var history = new WatchedHistory(calls, countsItems);
        history._board = await calls.BoardAsync(Guid.NewGuid().ToString("N"));
        history._otherBoard = await calls.BoardAsync(Guid.NewGuid().ToString("N"));
        history.Start();
        await history.UntilItWaitsAsync();
        return history;
    }

    /// <summary>Changes the board.</summary>
    public async Task ChangeAsync(int[] steps)
    {
        foreach (var step in steps)
        {
            await ChangeAsync(step % 5, step / 5);
        }
    }

    /// <summary>Lets the watch poll once, with changes between its pages.</summary>
    public async Task PollAsync(int[] underWay)
    {
        ForgetWhatCameBack();
        _interruption.Plan(underWay.Select(step => (Func<Task>)(() => ChangeAsync(step % 5, step / 5))));
        _time.Advance(Interval);
        await UntilItWaitsAsync();
        _interruption.Forget();
    }

    /// <summary>Ends the watch and begins it anew with its checkpoint.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        ForgetWhatCameBack();
        Start();
        await UntilItWaitsAsync();
    }

    /// <summary>Holds what was told against what is there.</summary>
    public async Task CompareAsync()
    {
        for (var quiet = 0; quiet < 3; quiet++)
        {
            await PollAsync([]);
        }

        var titles = new Dictionary<string, string?>(StringComparer.Ordinal);
        await foreach (var pin in _client.Boards.EnumeratePinsAsync(_board, pageSize: 250))
        {
            titles[pin.Id] = pin.Title;
        }

        Assert.Equal(titles.OrderBy(pin => pin.Key), _told.OrderBy(pin => pin.Key));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _ending.Dispose();
        _folder.Dispose();
    }

    // A watch that has failed never waits; its error says why.
    private async Task UntilItWaitsAsync() => await await Task.WhenAny(_time.NextWaitAsync(), WatchingAsync());

    private async Task<TimeSpan> WatchingAsync()
    {
        await _watching;
        return default;
    }

    private void Start()
    {
        _ending = new CancellationTokenSource();
        _watching = WatchAsync(_ending.Token);
    }

    private async Task StopAsync()
    {
        await _ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _watching);
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        var options = new WatchOptions<Pin>
        {
            Checkpoints = new FileWatchCheckpointStore(_folder),
            Interval = Interval,
            PageSize = 2,
        };
        await foreach (var change in _client.WatchPinsAsync(_board, options, cancellationToken))
        {
            Tell(change);
        }
    }

    private void Tell(WatchedChange<Pin> change)
    {
        switch (change.Kind)
        {
            case ChangeKind.Created:
                Assert.True(_told.TryAdd(change.Id, change.Item!.Title), $"{change} was told twice");
                Assert.DoesNotContain(change.Id, _removedForGood);
                break;
            case ChangeKind.Changed:
                Assert.NotEqual(_told[change.Id], change.Item!.Title);
                _told[change.Id] = change.Item.Title;
                break;
            default:
                Assert.True(_told.Remove(change.Id), $"{change} was told twice");
                Assert.True(_left.Contains(change.Id), $"{change} was told, and the Pin had not left the board");
                if (_deleted.Contains(change.Id))
                {
                    _removedForGood.Add(change.Id);
                }

                break;
        }
    }

    // A Pin that left the board and was back before the poll began is there for this poll.
    private void ForgetWhatCameBack() => _left.ExceptWith(_here);

    private async Task ChangeAsync(int kind, int which)
    {
        switch (kind)
        {
            case 1 when _here.Count > 0:
                await RetitleAsync(_here[which % _here.Count]);
                break;
            case 2 when _here.Count > 0:
                await DeleteAsync(which % _here.Count);
                break;
            case 3 when _here.Count > 0:
                await MoveAsync(_here, which % _here.Count, _away, _otherBoard);
                break;
            case 4 when _away.Count > 0:
                await MoveAsync(_away, which % _away.Count, _here, _board);
                break;
            default:
                _here.Add(await _calls.PinAsync(_board, $"Pin {_names++}"));
                break;
        }
    }

    private async Task RetitleAsync(string pin) =>
        Assert.Equal(200, (await _calls.PatchAsync($"/pins/{pin}", new { title = $"Pin {_names++}" })).Status);

    private async Task DeleteAsync(int index)
    {
        var pin = _here[index];
        _here.RemoveAt(index);
        _deleted.Add(pin);
        _left.Add(pin);
        Assert.Equal(204, (await _calls.DeleteAsync($"/pins/{pin}")).Status);
    }

    private async Task MoveAsync(List<string> from, int index, List<string> to, string board)
    {
        var pin = from[index];
        from.RemoveAt(index);
        to.Add(pin);
        if (board == _otherBoard)
        {
            _left.Add(pin);
        }

        Assert.Equal(200, (await _calls.PatchAsync($"/pins/{pin}", new { board_id = board })).Status);
    }
}
