namespace PactNet.Verifier;

/// <summary>How a provider is told of the states.</summary>
public interface IProviderStateOptions
{
    /// <summary>Tells it also when a state ends.</summary>
    IProviderStateOptions WithTeardown();

    /// <summary>Tells it in a body or in the query.</summary>
    IProviderStateOptions WithStyle(ProviderStateStyle style);
}
