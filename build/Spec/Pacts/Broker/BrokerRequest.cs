using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Pacts.Broker;

/// <summary>Which pacts a broker is asked for, and who verifies them.</summary>
internal sealed record BrokerRequest
{
    /// <summary>Gets the name of the provider.</summary>
    public required string Provider { get; init; }

    /// <summary>Gets the version of the provider that is verified, or null when nothing is published.</summary>
    public string? ProviderVersion { get; init; }

    /// <summary>Gets the branch of that version, or null.</summary>
    public string? ProviderBranch { get; init; }

    /// <summary>Gets which versions of the consumers count.</summary>
    public required IReadOnlyList<JObject> Selectors { get; init; }

    /// <summary>Gets whether the broker says which pacts are pending.</summary>
    public bool IncludesPending { get; init; }

    /// <summary>Gives the request as the broker reads it.</summary>
    public JObject Body()
    {
        var body = new JObject
        {
            ["consumerVersionSelectors"] = new JArray(Selectors),
            ["includePendingStatus"] = IncludesPending,
        };
        if (ProviderBranch is { } branch)
        {
            body["providerVersionBranch"] = branch;
        }

        return body;
    }
}
