using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Claims;

/// <summary>A client cannot make up the state that it gives back with an answer.</summary>
public abstract class ClientConfirmationClaims : IDisposable
{
    private const string Agent = "blog-helper";
    private const string Account = "default";
    private readonly StoreWorld _log;
    private readonly Func<StoreWorld> _newWorld;

    private protected ClientConfirmationClaims(Func<StoreWorld> newWorld)
    {
        _newWorld = newWorld;
        _log = newWorld();
    }

    public void Dispose()
    {
        _log.Dispose();
        GC.SuppressFinalize(this);
    }

    [StoreFact]
    public async Task What_a_server_made_another_one_of_the_same_store_accepts()
    {
        var (state, asked) = await MakeAsync();

        var id = await _log.NewConfirmation().CheckAsync(state, Agent, Account, asked.Hash, default);

        Assert.Equal(asked.Id, id);
    }

    [StoreFact]
    public async Task The_yes_of_a_client_is_used_once()
    {
        var (state, asked) = await MakeAsync();
        var confirmation = _log.NewConfirmation();
        var id = await confirmation.CheckAsync(state, Agent, Account, asked.Hash, default);
        await _log.Approvals.ApproveAsync(id!, StoredApprovals.ByClient, default);
        Assert.NotNull(await _log.Approvals.TryUseAsync(Agent, Account, asked.Hash, default));

        id = await confirmation.CheckAsync(state, Agent, Account, asked.Hash, default);
        await _log.Approvals.ApproveAsync(id!, StoredApprovals.ByClient, default);

        Assert.Null(await _log.Approvals.TryUseAsync(Agent, Account, asked.Hash, default));
    }

    [StoreFact]
    public async Task A_state_of_another_agent_account_or_call_is_refused()
    {
        var (state, asked) = await MakeAsync();
        var confirmation = _log.NewConfirmation();

        Assert.Null(await confirmation.CheckAsync(state, "other", Account, asked.Hash, default));
        Assert.Null(await confirmation.CheckAsync(state, Agent, "other", asked.Hash, default));
        Assert.Null(await confirmation.CheckAsync(state, Agent, Account, new string('0', 64), default));

        // Parts that are moved over a border have another MAC.
        Assert.Null(await confirmation.CheckAsync(state, Agent + "7", Account[1..], asked.Hash, default));
    }

    [StoreFact]
    public async Task Every_changed_character_is_refused()
    {
        var (state, asked) = await MakeAsync();
        var confirmation = _log.NewConfirmation();

        for (var i = 0; i < state.Length; i++)
        {
            var other = state[i] == '3' ? '4' : '3';
            var forged = state[..i] + other + state[(i + 1)..];
            Assert.Null(await confirmation.CheckAsync(forged, Agent, Account, asked.Hash, default));
        }
    }

    [StoreTheory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("yes")]
    [InlineData("K7QXABCDEF.99999999999999.")]
    [InlineData("K7QXABCDEF.-1.AAAA")]
    [InlineData("K7QXABCDEF.1.2.3")]
    public async Task A_made_up_state_is_refused(string? state)
    {
        var (_, asked) = await MakeAsync();

        Assert.Null(await _log.NewConfirmation().CheckAsync(state, Agent, Account, asked.Hash, default));
    }

    [StoreFact]
    public async Task A_state_of_ten_megabytes_is_refused()
    {
        var (state, asked) = await MakeAsync();
        var huge = state + new string('x', 10 * 1024 * 1024);

        Assert.Null(await _log.NewConfirmation().CheckAsync(huge, Agent, Account, asked.Hash, default));
    }

    [StoreFact]
    public async Task A_state_ends_with_its_question()
    {
        var (state, asked) = await MakeAsync();
        _log.Time.Advance(StoredApprovals.Lifetime);

        Assert.Null(await _log.NewConfirmation().CheckAsync(state, Agent, Account, asked.Hash, default));
    }

    [StoreFact]
    public async Task Another_store_has_another_key()
    {
        var (state, asked) = await MakeAsync();
        using var other = _newWorld();

        Assert.Null(await other.NewConfirmation().CheckAsync(state, Agent, Account, asked.Hash, default));
    }

    private async Task<(string State, Approval Asked)> MakeAsync()
    {
        var asked = await _log.Approvals.AskAsync(Agent, Account, StoreWorld.Call(), default);
        return (await _log.NewConfirmation().MakeAsync(asked, default), asked);
    }
}
