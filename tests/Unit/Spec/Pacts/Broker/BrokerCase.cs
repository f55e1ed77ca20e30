using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Pacts;
using Pinterest.OpenApi.Spec.Pacts.Broker;

namespace Pinterest.OpenApi.Unit.Spec.Pacts.Broker;

/// <summary>What the tests of a broker have in common: a small API, and pacts that it allows or does not.</summary>
internal static class BrokerCase
{
    public const string Token = "s3cr3t-token";

    /// <summary>Gets the description: GET /a answers 200.</summary>
    public static string Description { get; } =
        """
            {"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{"/a":{"get":{"responses":{"200":{"description":"d"}}}}}}
            """;

    public static BrokerRequest Request { get; } =
        new()
        {
            Provider = "Some provider",
            ProviderVersion = "1.0/a",
            ProviderBranch = "main",
            Selectors = [new JObject { ["mainBranch"] = true }],
            IncludesPending = true,
        };

    public static JObject Pact(string consumer, string path, string? type = null)
    {
        var interaction = new JObject
        {
            ["_id"] = "id-of-" + consumer,
            ["description"] = "a request for a",
            ["request"] = new JObject { ["method"] = "GET", ["path"] = path },
            ["response"] = new JObject { ["status"] = 200 },
        };
        if (type is not null)
        {
            interaction["type"] = type;
        }

        return new JObject
        {
            ["consumer"] = new JObject { ["name"] = consumer },
            ["provider"] = new JObject { ["name"] = "Some provider" },
            ["interactions"] = new JArray(interaction),
            ["metadata"] = new JObject { ["pactSpecification"] = new JObject { ["version"] = "4.0" } },
        };
    }

    public static BrokerClient Client(string address, string? token = null, TimeSpan? limit = null) =>
        new(
            BrokerAddress.Read(address),
            BrokerCredential.Read(null, name => name == BrokerCredential.TokenVariable ? token : null),
            limit
        );

    public static ContractResult Verify(BrokerPacts pacts) =>
        new ContractVerifier(JObject.Parse(Description)).Verify([.. pacts.All.Select(pact => pact.Contract)], "small");
}
