namespace Pinterest.OpenApi.PactCore;

/// <summary>The contracts to verify, and the provider.</summary>
/// <param name="Provider">The name of the provider. Of a folder, only its contracts are read.</param>
/// <param name="Endpoint">Where the provider answers, with the base path that recorded paths leave out.</param>
public sealed record VerificationRequest(string Provider, Uri Endpoint)
{
    /// <summary>Gets the pact files, and folders that hold some.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Gets the consumers whose contracts count; none for all.</summary>
    public IReadOnlyList<string> Consumers { get; init; } = [];

    /// <summary>
    /// Gets where the provider is told of the states. Answer 4xx to an unknown state: after a 5xx the verifier
    /// repeats the request eight times over two minutes.
    /// </summary>
    public Uri? ProviderStateUrl { get; init; }

    /// <summary>Gets whether the provider is told also when a state ends.</summary>
    public bool HasStateTeardown { get; init; }

    /// <summary>Gets whether states are told in the query, not in a JSON body.</summary>
    public bool AreStatesInQuery { get; init; }

    /// <summary>Gets the regular expression that the descriptions of interactions match; null for any.</summary>
    public string? DescriptionFilter { get; init; }

    /// <summary>Gets the regular expression that a state of the interactions matches; null for any.</summary>
    public string? StateFilter { get; init; }

    /// <summary>Gets headers that replace those of each recorded request, for example a token that works.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets how long the provider may take for one reply.</summary>
    /// <value>The default is 30 seconds: the first replies of a provider are slow on a machine that is busy.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);
}
