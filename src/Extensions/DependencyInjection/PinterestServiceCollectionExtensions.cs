using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pinterest.OpenApi;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Pinterest clients.</summary>
public static class PinterestServiceCollectionExtensions
{
    private const string DefaultName = "Pinterest.OpenApi";

    /// <summary>
    /// Registers <see cref="PinterestClient"/> and <see cref="IPinterestClient"/> as singletons over
    /// IHttpClientFactory. Tokens, retries and options outlive the handlers that the factory recycles. Resilience
    /// handlers that the app gives to all of its HTTP clients are left out, because they would create things twice.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="options">Makes the options; they are checked when the host starts, all problems at once.</param>
    /// <returns>The builder of the HTTP client, for a proxy or handlers of one's own.</returns>
    public static IHttpClientBuilder AddPinterestClient(
        this IServiceCollection services,
        Func<IServiceProvider, PinterestClientOptions> options
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        services.TryAddSingleton(provider => Create(provider, DefaultName));
        services.TryAddSingleton<IPinterestClient>(provider => provider.GetRequiredService<PinterestClient>());
        return AddHttpClient(services, DefaultName, options);
    }

    /// <summary>
    /// Registers a client under a name: as keyed services <see cref="PinterestClient"/> and
    /// <see cref="IPinterestClient"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The key of the services, and the name of the HTTP client.</param>
    /// <param name="options">Makes the options; they are checked when the host starts, all problems at once.</param>
    /// <returns>The builder of the HTTP client, for a proxy or handlers of one's own.</returns>
    public static IHttpClientBuilder AddPinterestClient(
        this IServiceCollection services,
        string name,
        Func<IServiceProvider, PinterestClientOptions> options
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(options);
        services.TryAddKeyedSingleton(name, (provider, _) => Create(provider, name));
        services.TryAddKeyedSingleton<IPinterestClient>(
            name,
            (provider, _) => provider.GetRequiredKeyedService<PinterestClient>(name)
        );
        return AddHttpClient(services, name, options);
    }

    private static IHttpClientBuilder AddHttpClient(
        IServiceCollection services,
        string name,
        Func<IServiceProvider, PinterestClientOptions> options
    )
    {
        services
            .AddOptions<PinterestClientRegistration>(name)
            .Configure<IServiceProvider>((registration, provider) => registration.Options = options(provider))
            .ValidateOnStart();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<
                IValidateOptions<PinterestClientRegistration>,
                PinterestClientRegistrationValidator
            >()
        );
        return services
            .AddHttpClient(name, client => PinterestHttp.WithoutTimeout(client))
            .ConfigurePrimaryHttpMessageHandler(PinterestHttp.CreateHandler)
            .ConfigureAdditionalHttpMessageHandlers((handlers, _) => ForeignHandlers.RemoveRepeating(handlers));
    }

    private static PinterestClient Create(IServiceProvider provider, string name)
    {
        var factory = provider.GetRequiredService<IHttpClientFactory>();
        var options = provider.GetRequiredService<IOptionsMonitor<PinterestClientRegistration>>().Get(name).Options;
        return new PinterestClient(
            () => factory.CreateClient(name),
            options with
            {
                LoggerFactory = options.LoggerFactory ?? provider.GetService<ILoggerFactory>(),
            }
        );
    }
}
