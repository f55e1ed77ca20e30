using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>A server.</summary>
internal sealed record DiffServer(string Address, JObject Node)
{
    /// <summary>Reads a list of servers, by address.</summary>
    /// <param name="servers">The list, or null.</param>
    /// <param name="withoutPath">Whether the path of an address is left out, because it belongs to operations.</param>
    public static Dictionary<string, DiffServer> ReadAll(JToken? servers, bool withoutPath = false) =>
        (servers as JArray ?? [])
            .OfType<JObject>()
            .Where(server => server["url"].Text() is not null)
            .Select(server => new DiffServer(AddressOf(server["url"].Text()!, withoutPath), server))
            .GroupBy(server => server.Address, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    private static string AddressOf(string url, bool withoutPath)
    {
        var address = ServerAddress.Of(url);
        return withoutPath ? address.Origin : address.ToString();
    }
}
