using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Tools;

/// <summary>What a call costs that is no matter of the clock; 'tests/Benchmarks -- mcp' has the milliseconds.</summary>
public sealed class CallCostTests
{
    [Theory]
    [InlineData("pinterest_list_boards", "{}", 2)]
    [InlineData("pinterest_create_board", """{"name":"Kitchens"}""", 2)]
    [InlineData("pinterest_nothing", "{}", 2)]
    public async Task A_call_takes_two_transactions_of_the_store(string tool, string arguments, int expected)
    {
        using var log = new StoredLog();
        await using var world = await ToolWorld.StartAsync(gate: options =>
            options with
            {
                Log = log.Log,
                Approvals = new SqliteApprovals(log.Store, log.Log),
            }
        );
        await world.CallAsync(tool, arguments);
        var before = log.Store.Transactions;

        await world.CallAsync(tool, arguments);

        Assert.Equal(expected, log.Store.Transactions - before);
    }
}
