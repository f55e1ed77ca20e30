using System.Runtime.CompilerServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pinterest.OpenApi;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Registers Pinterest clients as singletons over IHttpClientFactory. Tokens, retries and options outlive the handlers
/// that the factory recycles. Resilience handlers that the app adds to all HTTP clients are removed, because they could
/// create objects twice. A rate limiter of the services (<see cref="IRateLimiter"/>, keyed for a client with a name) is
/// used when the options have none. The options are checked when the host starts; the error lists all problems.
/// </summary>
public static class PinterestServiceCollectionExtensions
{
    private const string DefaultName = "Pinterest.OpenApi";

    /// <summary>Registers <see cref="PinterestClient"/> and <see cref="IPinterestClient"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the HTTP client, for a proxy or handlers of your own.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IHttpClientBuilder AddPinterestClient(
        this IServiceCollection services,
        Action<PinterestClientOptionsBuilder> configure
    )
    {
        ArgumentNullException.ThrowIfNull(configure);
        return AddDefault(services, (registration, _) => Set(registration, configure));
    }

    /// <summary>
    /// Registers a client under a name: as keyed services <see cref="PinterestClient"/> and
    /// <see cref="IPinterestClient"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The key of the services, and the name of the HTTP client.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the HTTP client, for a proxy or handlers of your own.</returns>
    /// <exception cref="ArgumentException">An argument is null, or the name is empty.</exception>
    public static IHttpClientBuilder AddPinterestClient(
        this IServiceCollection services,
        string name,
        Action<PinterestClientOptionsBuilder> configure
    )
    {
        ArgumentNullException.ThrowIfNull(configure);
        return AddKeyed(services, name, (registration, _) => Set(registration, configure));
    }

    /// <summary>
    /// Registers <see cref="PinterestClient"/> and <see cref="IPinterestClient"/> with the options of a section of the
    /// configuration. The keys are the names of the options, for example AccessToken, App:Id, Retry:MaxRetries. Times
    /// are written as 00:00:30. Other keys are ignored. The section is read once, when the client is made.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The section, for example <c>configuration.GetSection("Pinterest")</c>.</param>
    /// <param name="configure">Sets more options after those of the section, for example a credential from the
    /// services; null for none.</param>
    /// <returns>The builder of the HTTP client, for a proxy or handlers of your own.</returns>
    /// <exception cref="ArgumentNullException">The services or the configuration are null.</exception>
    public static IHttpClientBuilder AddPinterestClient(
        this IServiceCollection services,
        IConfiguration configuration,
        Action<IServiceProvider, PinterestClientOptionsBuilder>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return AddDefault(services, (registration, provider) => Read(registration, configuration, provider, configure));
    }

    /// <summary>
    /// Registers a client under a name with the options of a section of the configuration: as keyed services
    /// <see cref="PinterestClient"/> and <see cref="IPinterestClient"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The key of the services, and the name of the HTTP client.</param>
    /// <param name="configuration">The section, for example <c>configuration.GetSection("Pinterest:Ads")</c>.</param>
    /// <param name="configure">Sets more options after those of the section; null for none.</param>
    /// <returns>The builder of the HTTP client, for a proxy or handlers of your own.</returns>
    /// <exception cref="ArgumentException">
    /// The services, the name or the configuration are null, or the name is empty.
    /// </exception>
    public static IHttpClientBuilder AddPinterestClient(
        this IServiceCollection services,
        string name,
        IConfiguration configuration,
        Action<IServiceProvider, PinterestClientOptionsBuilder>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return AddKeyed(
            services,
            name,
            (registration, provider) => Read(registration, configuration, provider, configure)
        );
    }

    /// <summary>
    /// Registers <see cref="PinterestClient"/> and <see cref="IPinterestClient"/> with options that are created from
    /// the services.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="options">Creates the options.</param>
    /// <returns>The builder of the HTTP client, for a proxy or handlers of your own.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    [OverloadResolutionPriority(1)]
    public static IHttpClientBuilder AddPinterestClient(
        this IServiceCollection services,
        Func<IServiceProvider, PinterestClientOptions> options
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        return AddDefault(services, (registration, provider) => registration.Options = options(provider));
    }

    /// <summary>
    /// Registers a client under a name with options that are created from the services: as keyed services
    /// <see cref="PinterestClient"/> and <see cref="IPinterestClient"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The key of the services, and the name of the HTTP client.</param>
    /// <param name="options">Creates the options.</param>
    /// <returns>The builder of the HTTP client, for a proxy or handlers of your own.</returns>
    /// <exception cref="ArgumentException">An argument is null, or the name is empty.</exception>
    [OverloadResolutionPriority(1)]
    public static IHttpClientBuilder AddPinterestClient(
        this IServiceCollection services,
        string name,
        Func<IServiceProvider, PinterestClientOptions> options
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        return AddKeyed(services, name, (registration, provider) => registration.Options = options(provider));
    }

    private static IHttpClientBuilder AddDefault(
        IServiceCollection services,
        Action<PinterestClientRegistration, IServiceProvider> configure
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(provider => Create(provider, DefaultName));
        services.TryAddSingleton<IPinterestClient>(provider => provider.GetRequiredService<PinterestClient>());
        return AddHttpClient(services, DefaultName, configure);
    }

    private static IHttpClientBuilder AddKeyed(
        IServiceCollection services,
        string name,
        Action<PinterestClientRegistration, IServiceProvider> configure
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(name);
        services.TryAddKeyedSingleton(name, (provider, _) => Create(provider, name));
        services.TryAddKeyedSingleton<IPinterestClient>(
            name,
            (provider, _) => provider.GetRequiredKeyedService<PinterestClient>(name)
        );
        return AddHttpClient(services, name, configure);
    }

    private static IHttpClientBuilder AddHttpClient(
        IServiceCollection services,
        string name,
        Action<PinterestClientRegistration, IServiceProvider> configure
    )
    {
        services.AddOptions<PinterestClientRegistration>(name).Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<
                IValidateOptions<PinterestClientRegistration>,
                PinterestClientRegistrationValidator
            >()
        );
        return services
            .AddHttpClient(name, client => PinterestHttp.WithoutTimeout(client))
            .ConfigurePrimaryHttpMessageHandler(PinterestHttp.CreateHandler)
            // Microsoft.Extensions.Http 8 logs tokens and secrets of the app at the level Trace. Later versions log no value.
            .RedactLoggedHeaders(_ => true)
            .ConfigureAdditionalHttpMessageHandlers((handlers, _) => ForeignHandlers.RemoveRepeating(handlers));
    }

    private static void Set(PinterestClientRegistration registration, Action<PinterestClientOptionsBuilder> configure)
    {
        var builder = new PinterestClientOptionsBuilder(registration.Options);
        configure(builder);
        registration.Options = builder.Build();
    }

    private static void Read(
        PinterestClientRegistration registration,
        IConfiguration configuration,
        IServiceProvider provider,
        Action<IServiceProvider, PinterestClientOptionsBuilder>? configure
    ) =>
        Set(
            registration,
            builder =>
            {
                registration.Section = PinterestClientConfiguration.PathOf(configuration);
                registration.Problems.AddRange(PinterestClientConfiguration.Read(configuration, builder));
                configure?.Invoke(provider, builder);
                if (
                    PinterestClientConfiguration.IsMissing(configuration)
                    && builder is { AccessToken: null, Credential: null }
                )
                {
                    registration.Problems.Add(
                        $"The configuration has no section '{registration.Section}', or the section has no keys. "
                            + "Nothing else "
                            + "provides a token. Add the section, or set a token or a credential."
                    );
                }
            }
        );

    // Registered as the client is: keyed when it has a name, and otherwise not.
    private static IRateLimiter? RateLimiterOf(IServiceProvider provider, string name) =>
        name == DefaultName ? provider.GetService<IRateLimiter>() : provider.GetKeyedService<IRateLimiter>(name);

    private static PinterestClient Create(IServiceProvider provider, string name)
    {
        var factory = provider.GetRequiredService<IHttpClientFactory>();
        var options = provider.GetRequiredService<IOptionsMonitor<PinterestClientRegistration>>().Get(name).Options;
        return new PinterestClient(
            () => factory.CreateClient(name),
            options with
            {
                LoggerFactory = options.LoggerFactory ?? provider.GetService<ILoggerFactory>(),
                RateLimiter = options.RateLimiter ?? RateLimiterOf(provider, name),
            }
        );
    }
}
