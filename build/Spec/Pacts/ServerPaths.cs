using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>The base paths of the servers of an operation: its own, those of its path, or those of the description.</summary>
internal static class ServerPaths
{
    private const int MostPaths = 100;

    /// <summary>Lists the base paths, the longest first and without the empty one.</summary>
    /// <param name="root">The description.</param>
    /// <param name="operation">The operation.</param>
    public static IReadOnlyList<string> Of(JObject root, OperationNode operation) =>
        Read(
            operation.Node["servers"] as JArray
                ?? operation.PathItem["servers"] as JArray
                ?? root["servers"] as JArray
                ?? []
        );

    private static List<string> Read(JArray servers) =>
        [
            .. servers
                .SelectMany(Addresses)
                .Select(BasePath)
                .Where(path => path.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .OrderByDescending(path => path.Length),
        ];

    // Every listed value of a variable gives an address. Example: /{version} with the values v1 and v2.
    private static IEnumerable<string> Addresses(JToken server)
    {
        if (server.Member("url").Text() is not { } url)
        {
            return [];
        }

        IEnumerable<string> addresses = [url];
        foreach (var variable in (server.Member("variables") as JObject)?.Properties() ?? [])
        {
            var values = (variable.Value.Member("enum") as JArray ?? [])
                .Append(variable.Value.Member("default"))
                .Select(value => value.Text())
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .ToList();
            addresses = addresses
                .SelectMany(address =>
                    values.Select(value => address.Replace($"{{{variable.Name}}}", value, StringComparison.Ordinal))
                )
                .Take(MostPaths)
                .ToList();
        }

        return addresses;
    }

    private static string BasePath(string address)
    {
        var start = address.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0
            ? address.IndexOf('/', scheme + 3)
            : 0;
        var path = start < 0 ? "" : address[start..].Split('?', '#')[0].TrimStart('.').Trim('/');
        return path.Length == 0 ? "" : "/" + path;
    }
}
