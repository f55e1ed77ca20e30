using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Rules;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Compares where calls go: the servers of the document, and those that an operation or its path has instead.</summary>
internal static class ServerComparer
{
    public static void Compare(Comparison comparison, JToken? before, JToken? after)
    {
        var (old, now) = (Read(before), Read(after));
        foreach (var (url, place) in old.Where(server => !now.ContainsKey(server.Key)))
        {
            comparison.Add(
                OperationRules.ServerRemoved,
                Direction.None,
                new Change(place, null, url) { NearAfter = after }
            );
        }

        foreach (var (url, place) in now.Where(server => !old.ContainsKey(server.Key)))
        {
            comparison.Add(
                OperationRules.ServerAdded,
                Direction.None,
                new Change(null, place, null, url) { NearBefore = before }
            );
        }

        foreach (var (url, place) in old.Where(server => now.ContainsKey(server.Key)))
        {
            var (was, isNow) = (place["variables"], now[url]["variables"]);
            if (!JToken.DeepEquals(was, isNow))
            {
                comparison.Add(
                    OperationRules.ServerVariablesChanged,
                    Direction.None,
                    new Change(was, isNow, was?.ToString(Formatting.None), isNow?.ToString(Formatting.None))
                    {
                        NearBefore = place,
                        NearAfter = now[url],
                    }
                );
            }
        }
    }

    /// <summary>Compares the servers of an operation, where at least one side does not leave them to the document.</summary>
    public static void CompareOperations(
        Comparison comparison,
        DiffOperation old,
        DiffOperation now,
        JObject before,
        JObject after
    )
    {
        if (old.Servers is null && now.Servers is null)
        {
            return;
        }

        Compare(comparison, old.Servers ?? before["servers"], now.Servers ?? after["servers"]);
    }

    private static Dictionary<string, JToken> Read(JToken? servers) =>
        (servers as JArray ?? [])
            .OfType<JObject>()
            .Where(server => server["url"] is JValue { Value: string })
            .GroupBy(server => ((string)server["url"]!).TrimEnd('/'), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (JToken)group.First(), StringComparer.Ordinal);
}
