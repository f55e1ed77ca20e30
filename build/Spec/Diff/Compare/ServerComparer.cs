using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Compares the servers of descriptions, and those that an operation or its path has instead.</summary>
internal static class ServerComparer
{
    /// <summary>Compares two lists of servers, by address.</summary>
    public static void Compare(Comparison comparison, Sides<JToken?> lists)
    {
        var servers = lists.Select(Read);
        foreach (var (url, place) in servers.Base.Where(server => !servers.Revision.ContainsKey(server.Key)))
        {
            comparison.Add(
                ServerRules.ServerRemoved,
                Direction.None,
                Change.Removed(place, url) with
                {
                    NearestInRevision = lists.Revision,
                }
            );
        }

        foreach (var (url, place) in servers.Revision.Where(server => !servers.Base.ContainsKey(server.Key)))
        {
            comparison.Add(
                ServerRules.ServerAdded,
                Direction.None,
                Change.Added(place, url) with
                {
                    NearestInBase = lists.Base,
                }
            );
        }

        foreach (var (url, place) in servers.Base)
        {
            if (servers.Revision.TryGetValue(url, out var partner))
            {
                CompareVariables(comparison, new(place, partner));
            }
        }
    }

    /// <summary>Compares the servers of two operations, unless both leave them to the document.</summary>
    public static void CompareOperations(Comparison comparison, Sides<DiffOperation> operations, Sides<JObject> roots)
    {
        if (operations.Any(operation => operation.Servers is not null))
        {
            Compare(comparison, operations.Zip(roots, (operation, root) => operation.Servers ?? root["servers"]));
        }
    }

    private static void CompareVariables(Comparison comparison, Sides<JToken> servers)
    {
        var variables = servers.Select(server => server["variables"]);
        if (!JToken.DeepEquals(variables.Base, variables.Revision))
        {
            comparison.Add(
                ServerRules.ServerVariablesChanged,
                Direction.None,
                new Change(
                    variables.Base,
                    variables.Revision,
                    variables.Base?.ToString(Formatting.None),
                    variables.Revision?.ToString(Formatting.None)
                )
                {
                    NearestInBase = servers.Base,
                    NearestInRevision = servers.Revision,
                }
            );
        }
    }

    // Example: https://api.pinterest.com/v5 and https://api.pinterest.com/v5/ are one server.
    private static Dictionary<string, JToken> Read(JToken? servers) =>
        (servers as JArray ?? [])
            .OfType<JObject>()
            .Where(server => server["url"] is JValue { Value: string })
            .GroupBy(server => ((string)server["url"]!).TrimEnd('/'), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (JToken)group.First(), StringComparer.Ordinal);
}
