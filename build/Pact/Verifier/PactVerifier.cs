using Pinterest.OpenApi.PactCore;

namespace PactNet.Verifier;

/// <inheritdoc cref="IPactVerifier"/>
public sealed class PactVerifier : IPactVerifier, IDisposable
{
    private readonly string _provider;
    private readonly PactVerifierConfig _config;
    private Uri? _endpoint;

    /// <summary>Makes a verifier that reports to the console.</summary>
    /// <param name="providerName">The name of the provider.</param>
    public PactVerifier(string providerName)
        : this(providerName, new PactVerifierConfig()) { }

    /// <summary>Makes a verifier.</summary>
    /// <param name="providerName">The name of the provider.</param>
    /// <param name="config">What it leaves behind.</param>
    public PactVerifier(string providerName, PactVerifierConfig config)
    {
        ArgumentException.ThrowIfNullOrEmpty(providerName);
        ArgumentNullException.ThrowIfNull(config);
        _provider = providerName;
        _config = config;
    }

    /// <inheritdoc/>
    public IPactVerifier WithHttpEndpoint(Uri pactUri)
    {
        ArgumentNullException.ThrowIfNull(pactUri);
        if (_endpoint is not null)
        {
            throw new InvalidOperationException(
                $"This verifier is for {_endpoint} already. Make another for {pactUri}."
            );
        }

        _endpoint = pactUri;
        return this;
    }

    /// <inheritdoc/>
    public IPactVerifierSource WithFileSource(FileInfo pactFile)
    {
        ArgumentNullException.ThrowIfNull(pactFile);
        return Source(pactFile, []);
    }

    /// <inheritdoc/>
    public IPactVerifierSource WithDirectorySource(DirectoryInfo directory, params string[] consumers)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(consumers);
        return Source(directory, consumers);
    }

    /// <summary>
    /// Does nothing, because native memory is held only while a verification runs. PactNet's verifier is
    /// disposable, so tests written for it dispose this one too.
    /// </summary>
    public void Dispose() { }

    private PactVerifierSource Source(FileSystemInfo source, string[] consumers) =>
        _endpoint is null
            ? throw new InvalidOperationException(
                "It is not known where the provider answers. Call WithHttpEndpoint first."
            )
            : new PactVerifierSource(
                new VerificationRequest(_provider, _endpoint) { Sources = [source.FullName], Consumers = consumers },
                _config
            );
}
