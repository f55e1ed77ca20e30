using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Pairs the servers of descriptions, and those that an operation or its path has instead.</summary>
internal static class ServerComparer
{
    /// <summary>Compares two lists of servers, by address.</summary>
    public static void Compare(Comparison comparison, Sides<JToken?> lists)
    {
        var servers = lists.Select(DiffServer.ReadAll);
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
    public static void CompareOperations(Comparison comparison, Sides<DiffOperation> operations, Sides<JObject> roots)
    {
        if (operations.Any(operation => operation.Servers is not null))
        {
            Compare(comparison, operations.Zip(roots, (operation, root) => operation.Servers ?? root["servers"]));
        }
    }
}
