namespace Pinterest.OpenApi.RedisTests.Support;

/// <summary>A test that needs a cluster, which redis-cli makes.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RedisClusterFactAttribute : FactAttribute
{
    public RedisClusterFactAttribute()
    {
        if (RedisServer.Program is null || RedisServer.Find("redis-cli") is null)
        {
            Skip = "redis-server or redis-cli is not installed (Debian: apt-get install redis-server redis-tools).";
        }
    }
}
