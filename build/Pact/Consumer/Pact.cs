namespace PactNet;

/// <summary>The start of a contract.</summary>
public sealed class Pact : IPactV4
{
    private Pact(string consumer, string provider, PactConfig config)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(consumer);
        ArgumentException.ThrowIfNullOrWhiteSpace(provider);
        ArgumentNullException.ThrowIfNull(config);
        Consumer = consumer;
        Provider = provider;
        Config = config;
    }

    /// <inheritdoc/>
    public string Consumer { get; }

    /// <inheritdoc/>
    public string Provider { get; }

    /// <inheritdoc/>
    public PactConfig Config { get; }

    /// <summary>Starts a contract that is recorded with the defaults.</summary>
    public static IPactV4 V4(string consumer, string provider) => V4(consumer, provider, new PactConfig());

    /// <summary>Starts a contract.</summary>
    public static IPactV4 V4(string consumer, string provider, PactConfig config) =>
        new Pact(consumer, provider, config);
}
