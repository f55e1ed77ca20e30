using PactNet.Exceptions;
using PactNet.Interop;
using Pinterest.OpenApi.PactCore;

namespace PactNet.Verifier;

/// <summary>Collects what PactNet's verifier is told into a request of ours.</summary>
internal sealed class PactVerifierSource(VerificationRequest request, PactVerifierConfig config)
    : IPactVerifierSource,
        IProviderStateOptions
{
    private VerificationRequest _request = request;

    public IPactVerifierSource WithProviderStateUrl(Uri providerStateUri) =>
        WithProviderStateUrl(providerStateUri, _ => { });

    public IPactVerifierSource WithProviderStateUrl(Uri providerStateUri, Action<IProviderStateOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(providerStateUri);
        ArgumentNullException.ThrowIfNull(configure);
        _request = _request with { ProviderStateUrl = providerStateUri };
        configure(this);
        return this;
    }

    public IPactVerifierSource WithFilter(string? description = null, string? providerState = null) =>
        With(_request with { DescriptionFilter = description, StateFilter = providerState });

    public IPactVerifierSource WithRequestTimeout(TimeSpan timeout) => With(_request with { Timeout = timeout });

    public IPactVerifierSource WithCustomHeader(string name, string value) =>
        With(_request with { Headers = new Dictionary<string, string>(_request.Headers) { [name] = value } });

    public void Verify()
    {
        NativeLog.Start(config.LogLevel);
        var result = PactVerification.Run(_request);
        Write(result.Output);
        if (result.Success)
        {
            return;
        }

        Write(result.Log);
        throw new PactVerificationFailedException(
            $"{_request.Provider} does not keep its contracts. {string.Join(' ', result.Problems)}{Environment.NewLine}{result.Output}"
        );
    }

    IProviderStateOptions IProviderStateOptions.WithTeardown() => With(_request with { HasStateTeardown = true });

    IProviderStateOptions IProviderStateOptions.WithStyle(ProviderStateStyle style) =>
        With(_request with { AreStatesInQuery = style is ProviderStateStyle.Query });

    private PactVerifierSource With(VerificationRequest changed)
    {
        _request = changed;
        return this;
    }

    private void Write(string text)
    {
        foreach (var output in config.Outputters)
        {
            output.WriteLine(text);
        }
    }
}
