using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Pinterest.OpenApi.Redis.Connection;
using StackExchange.Redis;

namespace Pinterest.OpenApi.Redis;

/// <summary>
/// Checks whether Redis works for this worker. It writes a key that expires after a minute, so it also finds a server
/// that is full, or a replica. <c>AddRedis</c> registers it, keyed for a client with a name.
/// </summary>
/// <remarks>
/// The report holds no address, password or token. Its data has <c>problem</c>, <c>away_since</c> (UTC) and
/// <c>share_when_away</c>. Register it with the failure status Degraded. While Redis is unavailable, calls continue. A
/// restart of the worker would lose the tokens in its memory.
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

    /// <summary>Checks the server. The check takes at most 5 seconds.</summary>
    /// <param name="context">The context with the status of a failure.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <returns>Healthy, or the failure status with the problem, its start and the parts that still work.</returns>
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
            return HealthCheckResult.Healthy("Redis works.");
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
            $"Redis {problem.Text} This began at {since:u}. Calls continue with the tokens in memory and with "
                + $"{options.ShareWhenAway} of each quota. A renewal is tried for "
                + $"{options.RetryFor.TotalSeconds:0.#} s."
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
