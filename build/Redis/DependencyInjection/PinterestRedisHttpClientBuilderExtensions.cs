using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Pinterest.OpenApi;
using Pinterest.OpenApi.Redis;
using Pinterest.OpenApi.Redis.Connection;
using Pinterest.OpenApi.Redis.DependencyInjection;
using StackExchange.Redis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Lets a registered client share its state on Redis with the clients of other workers. It registers an
/// <see cref="ITokenStore"/>, an <see cref="IRateLimiter"/>, an <see cref="IWatchCheckpointStore"/>,
/// <see cref="RedisWorkLeases"/> and a <see cref="PinterestRedisHealthCheck"/>, in place of earlier registrations. For
/// a client with a name they are keyed by that name. The client uses the rate limiter unless its options have one. A
/// credential uses the token store of the services. The connection is opened with the first command, so the app also
/// starts while the server is unavailable.
/// </summary>
/// <remarks>
/// The options take their <see cref="PinterestRedisOptions.Protector"/> and <see cref="PinterestRedisOptions.LoggerFactory"/>
/// from the services where they have none. They are checked when the host starts.
/// </remarks>
public static class PinterestRedisHttpClientBuilderExtensions
{
    // What AddPinterestClient names a client without a name.
    private const string DefaultClient = "Pinterest.OpenApi";

    /// <summary>Shares on the server of a connection string. The connection is closed with the services.</summary>
    /// <param name="builder">The result of <c>AddPinterestClient</c>.</param>
    /// <param name="configuration">
    /// The server, as StackExchange.Redis reads it. Examples: <c>redis.example:6380,ssl=true,password=...</c>; for Sentinel
    /// <c>sentinel:26379,serviceName=mymaster</c>. A command that finds no connection fails at once and is tried again
    /// (<see cref="PinterestRedisOptions.RetryFor"/>): <c>abortConnect</c> is always false.
    /// </param>
    /// <param name="options">Creates the options from the services; null for the defaults.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">
    /// An argument is null, or the connection string cannot be read or names no server.
    /// </exception>
    /// <exception cref="InvalidOperationException">The builder does not belong to a Pinterest client.</exception>
    public static IHttpClientBuilder AddRedis(
        this IHttpClientBuilder builder,
        string configuration,
        Func<IServiceProvider, PinterestRedisOptions>? options = null
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(configuration);
        var server = ConnectionText.Parse(configuration);
        return Add(builder, _ => OwnConnection(server), options);
    }

    /// <summary>
    /// Shares on a connection of the app. The connection is not closed here; the services close the connections that
    /// they create.
    /// </summary>
    /// <param name="builder">The result of <c>AddPinterestClient</c>.</param>
    /// <param name="connection">
    /// Gives the connection, when it is first needed and on another thread. When it throws, the next command calls it again.
    /// Example: <c>services => services.GetRequiredService&lt;IConnectionMultiplexer&gt;()</c>.
    /// </param>
    /// <param name="options">Creates the options from the services; null for the defaults.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">The builder does not belong to a Pinterest client.</exception>
    public static IHttpClientBuilder AddRedis(
        this IHttpClientBuilder builder,
        Func<IServiceProvider, IConnectionMultiplexer> connection,
        Func<IServiceProvider, PinterestRedisOptions>? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(connection);
        return Add(
            builder,
            services => new LazyConnection(() => Task.FromResult(connection(services)), isOwn: false),
            options
        );
    }

    private static LazyConnection OwnConnection(ConfigurationOptions server) =>
        new(async () => await ConnectionMultiplexer.ConnectAsync(server.Clone()).ConfigureAwait(false), isOwn: true);

    private static IHttpClientBuilder Add(
        IHttpClientBuilder builder,
        Func<IServiceProvider, LazyConnection> connection,
        Func<IServiceProvider, PinterestRedisOptions>? options
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        var (services, name) = (builder.Services, builder.Name);
        services
            .AddOptions<PinterestRedisRegistration>(name)
            .Configure<IServiceProvider>((registration, provider) => registration.Options = Make(provider, options))
            .ValidateOnStart();

        // Keyed for both, so that two clients have two connections.
        services.RemoveAllKeyed<RedisConnection>(name);
        services.AddKeyedSingleton(
            name,
            (provider, _) =>
                new RedisConnection(connection(provider), PinterestRedisRegistration.OptionsOf(provider, name))
        );
        var key = KeyOf(services, name);
        Put(services, key, provider => PinterestRedis.TokenStore(Of(provider)));
        Put(services, key, provider => PinterestRedis.RateLimiter(Of(provider)));
        Put(services, key, provider => PinterestRedis.WatchCheckpoints(Of(provider)));
        Put(services, key, provider => PinterestRedis.WorkLeases(Of(provider)));
        Put(services, key, provider => new PinterestRedisHealthCheck(Of(provider)));
        return builder;

        RedisConnection Of(IServiceProvider provider) => provider.GetRequiredKeyedService<RedisConnection>(name);
    }

    // The client is registered in the same way: keyed when it has a name, and otherwise not.
    private static string? KeyOf(IServiceCollection services, string name)
    {
        var clients = services.Where(service => service.ServiceType == typeof(PinterestClient)).ToList();
        if (clients.Any(client => client.IsKeyedService && name.Equals(client.ServiceKey)))
        {
            return name;
        }

        return name == DefaultClient && clients.Any(client => !client.IsKeyedService)
            ? null
            : throw new InvalidOperationException(
                $"The HTTP client '{name}' does not belong to a Pinterest client. Call AddRedis on the result of "
                    + "AddPinterestClient."
            );
    }

    private static void Put<T>(IServiceCollection services, string? key, Func<IServiceProvider, T> make)
        where T : class
    {
        if (key is null)
        {
            services.RemoveAll<T>();
            services.AddSingleton(make);
        }
        else
        {
            services.RemoveAllKeyed<T>(key);
            services.AddKeyedSingleton(key, (provider, _) => make(provider));
        }
    }

    private static PinterestRedisOptions Make(
        IServiceProvider provider,
        Func<IServiceProvider, PinterestRedisOptions>? options
    )
    {
        var made = options?.Invoke(provider) ?? new PinterestRedisOptions();
        made.Validate();
        return made with
        {
            Protector = made.Protector ?? provider.GetService<ITokenProtector>(),
            LoggerFactory = made.LoggerFactory ?? provider.GetService<ILoggerFactory>(),
        };
    }
}
