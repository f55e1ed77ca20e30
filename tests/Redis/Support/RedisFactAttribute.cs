namespace Pinterest.OpenApi.RedisTests.Support;

/// <summary>A test that needs a real server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RedisFactAttribute : FactAttribute
{
    public RedisFactAttribute()
    {
        if (RedisServer.Program is null)
        {
            Skip = "redis-server is not installed (Debian: apt-get install redis-server).";
        }
    }
}
