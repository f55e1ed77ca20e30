using System.Diagnostics;

namespace Pinterest.OpenApi.RedisTests.Support;

/// <summary>Waits for what becomes true.</summary>
public static class Until
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static async Task TrueAsync(Func<Task<bool>> isTrue)
    {
        var begin = Stopwatch.GetTimestamp();
        while (!await isTrue())
        {
            Assert.True(Stopwatch.GetElapsedTime(begin) < Longest, $"It did not come true in {Longest}.");
            await Task.Delay(50);
        }
    }

    public static Task TrueAsync(Func<bool> isTrue) => TrueAsync(() => Task.FromResult(isTrue()));
}
