using PactNet.Exceptions;

namespace PactNet.Verifier;

/// <summary>A verification that only has to be run.</summary>
public interface IPactVerifierSource
{
    /// <summary>
    /// Says where the provider is told of the states, in a JSON body. Answer 4xx to an unknown state: after a 5xx
    /// the verifier repeats the request for two minutes.
    /// </summary>
    IPactVerifierSource WithProviderStateUrl(Uri providerStateUri);

    /// <summary>Says where and how the provider is told of the states.</summary>
    IPactVerifierSource WithProviderStateUrl(Uri providerStateUri, Action<IProviderStateOptions> configure);

    /// <summary>Verifies only what matches. Both are regular expressions, found anywhere in the text.</summary>
    IPactVerifierSource WithFilter(string? description = null, string? providerState = null);

    /// <summary>Says how long the provider may take for one reply.</summary>
    IPactVerifierSource WithRequestTimeout(TimeSpan timeout);

    /// <summary>Sets a header of every request, for example a token that works.</summary>
    IPactVerifierSource WithCustomHeader(string name, string value);

    /// <summary>Verifies.</summary>
    /// <exception cref="PactVerificationFailedException">
    /// An interaction failed, or there was none. The message holds the verifier's report.
    /// </exception>
    void Verify();
}
