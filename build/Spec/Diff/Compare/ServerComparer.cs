using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Pairs the servers of descriptions, and those that an operation or its path has instead.</summary>
internal static class ServerComparer
{
    // A description without servers means this one.
    private static readonly string[] Implied = ["", "/"];

    /// <summary>Compares two lists of servers, by address.</summary>
    /// <param name="comparison">Gets the findings.</param>
    /// <param name="lists">The lists.</param>
    /// <param name="withoutPaths">Whether paths of addresses are left out, because they moved to the operations.</param>
    public static void Compare(Comparison comparison, Sides<JToken?> lists, bool withoutPaths = false)
    {
        var servers = lists.Select(list => DiffServer.ReadAll(list, withoutPaths));
        if (servers.Any(side => side.Count == 0))
        {
            servers = servers.Select(WithoutImplied);
        }

        foreach (var (address, server) in servers.Base)
        {
            comparison.Judge(server, servers.Revision.GetValueOrDefault(address), Direction.None, lists);
        }

        foreach (var (_, server) in servers.Revision.Where(server => !servers.Base.ContainsKey(server.Key)))
        {
            comparison.Judge(null, server, Direction.None, lists);
        }
    }

    /// <summary>Compares the servers of two operations, unless both leave them to the document.</summary>
    /// <param name="comparison">Gets the findings.</param>
    /// <param name="operations">The operations.</param>
    /// <param name="roots">Both descriptions.</param>
    /// <param name="withoutPaths">Whether paths of addresses are left out, because they moved to the operations.</param>
    public static void CompareOperations(
        Comparison comparison,
        Sides<DiffOperation> operations,
        Sides<JObject> roots,
        bool withoutPaths
    )
    {
        if (operations.Any(operation => operation.Servers is not null))
        {
            var lists = operations.Zip(roots, (operation, root) => operation.Servers ?? root["servers"]);
            Compare(comparison, lists, withoutPaths);
        }
    }

    private static Dictionary<string, DiffServer> WithoutImplied(Dictionary<string, DiffServer> servers) =>
        servers
            .Where(server => !Implied.Contains(server.Key))
            .ToDictionary(server => server.Key, server => server.Value, StringComparer.Ordinal);
}
