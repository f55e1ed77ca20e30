using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>A server.</summary>
internal sealed record DiffServer(string Address, JObject Node)
{
    /// <summary>Reads a list of servers, by address.</summary>
    public static Dictionary<string, DiffServer> ReadAll(JToken? servers) =>
        (servers as JArray ?? [])
            .OfType<JObject>()
            .Where(server => server["url"] is JValue { Value: string })
            .Select(server => new DiffServer(AddressOf((string)server["url"]!), server))
            .GroupBy(server => server.Address, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    // Example: https://api.pinterest.com/v5 and https://api.pinterest.com/v5/ are one server.
    private static string AddressOf(string url) => url.TrimEnd('/');
}
