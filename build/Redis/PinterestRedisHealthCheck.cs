using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Pinterest.OpenApi.Redis.Connection;
using StackExchange.Redis;

namespace Pinterest.OpenApi.Redis;

/// <summary>
/// Tells whether Redis does its work for this worker: it writes a key that ends after a minute, so a server that is full,
/// or a replica, is found too. <c>AddRedis</c> registers it, keyed for a client with a name.
/// </summary>
/// <remarks>
/// The report holds no address, password or token. Its data has <c>problem</c>, <c>away_since</c> (UTC) and
/// <c>share_when_away</c>. Register it with the failure status Degraded: while Redis is away, calls go on, and a
/// restart of the worker would lose the tokens that it has in memory.
/// </remarks>
/// <example>
/// <code>
/// services.AddHealthChecks().AddCheck&lt;PinterestRedisHealthCheck&gt;("pinterest-redis", HealthStatus.Degraded);
/// </code>
/// </example>
public sealed class PinterestRedisHealthCheck : IHealthCheck
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private static readonly RedisScript Write = new("redis.call('SET', KEYS[1], '1', 'PX', 60000) return 1");

    private readonly RedisConnection _connection;

    internal PinterestRedisHealthCheck(RedisConnection connection) => _connection = connection;

    /// <summary>Asks the server. The answer comes within 5 seconds.</summary>
    /// <param name="context">Says which status a failure has.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <returns>Healthy, or the failure status with what is wrong, since when, and what goes on.</returns>
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            RedisKey[] keys = [_connection.Keys.Of("health", "")];
            await _connection
                .EvaluateOnceAsync(Write, keys, [])
                .WaitAsync(Longest, cancellationToken)
                .ConfigureAwait(false);
            return HealthCheckResult.Healthy("Redis answers.");
        }
        catch (Exception error) when (RedisProblem.IsOf(error))
        {
            // The error is left out of the result: it may name the address and the user of the connection.
            return Failed(context.Registration.FailureStatus, RedisProblem.Of(error));
        }
    }

    private HealthCheckResult Failed(HealthStatus status, RedisProblem problem)
    {
        var options = _connection.Options;
        var since = _connection.Away.Absence?.Since ?? options.TimeProvider.GetUtcNow();
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"Redis {problem.Text} This is so since {since:u}. Calls go on with the tokens in memory and with "
                + $"{options.ShareWhenAway} of each quota; a renewal is tried for {options.RetryFor.TotalSeconds:0.#} s."
        );
        var data = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["problem"] = problem.Text,
            ["away_since"] = since,
            ["share_when_away"] = options.ShareWhenAway,
        };
        return new HealthCheckResult(status, text, exception: null, data);
    }
}
