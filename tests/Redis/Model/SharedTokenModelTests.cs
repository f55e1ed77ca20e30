using CsCheck;
using Pinterest.OpenApi.Redis;
using Pinterest.OpenApi.Redis.Connection;
using Pinterest.OpenApi.RedisTests.Support;

namespace Pinterest.OpenApi.RedisTests.Model;

/// <summary>Random schedules of two to five workers on a real server. A failure prints the seed and the shortest schedule.</summary>
public sealed class SharedTokenModelTests(RedisServer server) : IClassFixture<RedisServer>
{
    private const int Expire = 0;
    private const int Kill = 1;

    // One step in ten ends a token, one in ten ends a lease, and the others let a worker go on.
    private static readonly Gen<(int Worker, int What)[]> Schedule = Gen.Int[2, 5]
        .SelectMany(workers => Gen.Select(Gen.Int[0, workers - 1], Gen.Int[0, 9]).Array[20, 60]);

    [RedisFact]
    public Task Without_kills_there_is_one_refresh_for_each_expiry() =>
        Schedule.SampleAsync(
            async schedule =>
            {
                var model = await RunAsync(schedule, kills: false);
                Assert.InRange(model.Expiries - model.Refreshes, 0, 1);
            },
            iter: 100,
            threads: 1
        );

    [RedisFact]
    public Task With_leases_that_end_nothing_older_is_saved_and_every_reader_sees_a_token_that_is_accepted() =>
        Schedule.SampleAsync(
            async schedule =>
            {
                var model = await RunAsync(schedule, kills: true);
                Assert.InRange(model.Refreshes, model.Expiries - 1, model.Expiries + model.Kills);
            },
            iter: 200,
            threads: 1
        );

    private async Task<SharedTokenModel> RunAsync((int Worker, int What)[] schedule, bool kills)
    {
        var options = new PinterestRedisOptions
        {
            Prefix = $"test-{Guid.NewGuid():N}",
            LockWait = TimeSpan.Zero,
            LockLease = TimeSpan.FromMinutes(10),
        };
        var key = new RedisKeys(options.Prefix).Of("token", "me", "lock");
        var model = new SharedTokenModel(
            PinterestRedis.TokenStore(server.Connection, options),
            async () => Assert.True(await server.Database.KeyDeleteAsync(key))
        );
        await model.BeginAsync();
        foreach (var (worker, what) in schedule)
        {
            if (what == Expire)
            {
                model.Expire();
            }
            else if (what == Kill && kills)
            {
                await model.KillLeaseAsync();
            }
            else
            {
                await model.StepAsync(worker);
            }
        }

        await model.EndAsync();
        return model;
    }
}
