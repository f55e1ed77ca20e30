namespace PactNet.Verifier;

/// <summary>Where a request tells the provider the name and the parameters of a state.</summary>
public enum ProviderStateStyle
{
    /// <summary>In a JSON body.</summary>
    Body,

    /// <summary>In the query.</summary>
    Query,
}
