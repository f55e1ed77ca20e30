namespace PactNet.Verifier;

/// <summary>Where the name and the particulars of a state are.</summary>
public enum ProviderStateStyle
{
    /// <summary>In a JSON body.</summary>
    Body,

    /// <summary>In the query.</summary>
    Query,
}
