using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Pacts.Broker;

/// <summary>A pact of a broker.</summary>
/// <param name="Contract">The pact.</param>
/// <param name="Document">The document with the links of the broker.</param>
internal sealed record BrokerPact(PactContract Contract, JObject Document);
