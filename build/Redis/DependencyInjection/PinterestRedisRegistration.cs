using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Pinterest.OpenApi.Redis.DependencyInjection;

/// <summary>The options of a client that shares, in a class, as the options system needs it.</summary>
internal sealed class PinterestRedisRegistration
{
    /// <summary>Gets or sets the options.</summary>
    public PinterestRedisOptions Options { get; set; } = new();

    /// <summary>Gives the options of a client.</summary>
    /// <param name="provider">The services.</param>
    /// <param name="name">The name of the client.</param>
    public static PinterestRedisOptions OptionsOf(IServiceProvider provider, string name) =>
        provider.GetRequiredService<IOptionsMonitor<PinterestRedisRegistration>>().Get(name).Options;
}
