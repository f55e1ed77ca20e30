using System.Diagnostics;
using StackExchange.Redis;

namespace Pinterest.OpenApi.RedisTests.Support;

/// <summary>Waits for what becomes true.</summary>
public static class Until
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static async Task TrueAsync(Func<Task<bool>> isTrue)
    {
        var begin = Stopwatch.GetTimestamp();
        while (!await IsTrueAsync(isTrue))
        {
            Assert.True(Stopwatch.GetElapsedTime(begin) < Longest, $"It did not come true in {Longest}.");
            await Task.Delay(50);
        }
    }

    // A server that comes back does not answer at once.
    private static async Task<bool> IsTrueAsync(Func<Task<bool>> isTrue)
    {
        try
        {
            return await isTrue();
        }
        catch (Exception error) when (error is RedisException or TimeoutException)
        {
            return false;
        }
    }

    public static Task TrueAsync(Func<bool> isTrue) => TrueAsync(() => Task.FromResult(isTrue()));
}
