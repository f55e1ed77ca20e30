using CsCheck;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Watching;

/// <summary>
/// Random histories of a board in the sandbox, with changes between the polls and between the pages of one poll, and
/// with restarts. What was told must be what happened. A failure names its seed: pass it to SampleAsync.
/// </summary>
public sealed class WatchPropertyTests
{
    private const int Histories = 60;

    private static readonly Gen<Round> Rounds = Gen.Select(
        Gen.Int[0, 99].Array[0, 6],
        Gen.Int[0, 99].Array[0, 6],
        Gen.Int[0, 3],
        (between, underWay, restart) => new Round(between, underWay, restart == 0)
    );

    private sealed record Round(int[] Between, int[] UnderWay, bool Restarts);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_change_is_lost_or_told_twice_over_restarts_and_page_shifts(bool countsItems)
    {
        await using var calls = await SandboxCalls.StartAsync();
        await Rounds
            .Array[1, 8]
            .SampleAsync(
                async rounds =>
                {
                    await using var history = await WatchedHistory.BeginAsync(calls, countsItems);
                    foreach (var round in rounds)
                    {
                        await history.ChangeAsync(round.Between);
                        await history.PollAsync(round.UnderWay);
                        if (round.Restarts)
                        {
                            await history.RestartAsync();
                        }
                    }

                    await history.CompareAsync();
                },
                iter: Histories,
                threads: 1
            );
    }
}
