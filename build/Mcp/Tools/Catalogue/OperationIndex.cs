using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi.Mcp.Tools.Catalogue;

/// <summary>Finds operations by words, and tells what is known of one.</summary>
internal static class OperationIndex
{
    /// <summary>Gets the operations that an agent may ever reach: those about tokens are not among them.</summary>
    public static IReadOnlyList<Operation> Reachable { get; } =
    [.. Metadata.Operations.All.Where(operation => !IsOfTokens(operation))];

    public static bool IsOfTokens(Operation operation) =>
        OperationAreas.IsOAuth(operation.Id)
        || operation.Path.StartsWith("/oauth", StringComparison.Ordinal)
        || operation.Security.All(way => way.Scheme == "basic");

    public static Operation? Find(string id) => Reachable.FirstOrDefault(operation => operation.Id == id);

    /// <summary>Finds operations whose id, path or group has the words; the best first.</summary>
    public static IEnumerable<Operation> Search(string query, int most)
    {
        var words = query.Split([' ', '_', '/', '-', ','], StringSplitOptions.RemoveEmptyEntries).Select(Stem).ToList();
        return Reachable
            .Select(operation => (Operation: operation, Score: words.Sum(word => ScoreOf(operation, word))))
            .Where(found => found.Score > 0)
            .OrderByDescending(found => found.Score)
            .ThenBy(found => found.Operation.Id, StringComparer.Ordinal)
            .Select(found => found.Operation)
            .Take(most);
    }

    public static JsonObject Row(Operation operation) =>
        new()
        {
            ["id"] = operation.Id,
            ["method"] = operation.Method.Method,
            ["path"] = operation.Path,
            ["area"] = OperationAreas.Of(operation.Id).ToString().ToLowerInvariant(),
            ["access"] = operation.Access is OperationAccess.Read ? "read" : "write",
        };

    /// <summary>Tells the parameters, scopes and limits of an operation.</summary>
    public static JsonObject Describe(Operation operation)
    {
        var described = Row(operation);
        var parameters = operation.Parameters.Select(parameter =>
        {
            var row = new JsonObject
            {
                ["name"] = parameter.Name,
                ["in"] = parameter.Style is ParameterStyle.Path ? "path" : "query",
                ["required"] = parameter.IsRequired,
            };
            if (parameter.Style is ParameterStyle.Repeated or ParameterStyle.Joined)
            {
                row["list"] = true;
            }

            if (parameter.Minimum is { } least)
            {
                row["minimum"] = least;
            }

            if (parameter.Maximum is { } most)
            {
                row["maximum"] = most;
            }

            return (JsonNode)row;
        });
        described["parameters"] = new JsonArray([.. parameters]);
        described["body"] = OperationBodies.Describe(operation);
        described["scopes"] = new JsonArray([
            .. operation.Security.SelectMany(way => way.Scopes).Distinct().Select(scope => (JsonNode)scope),
        ]);
        described["rate_category"] = operation.RateCategory;
        described["deprecated"] = operation.IsDeprecated;
        return described;
    }

    private static int ScoreOf(Operation operation, string word)
    {
        var inId = operation.Id.Contains(word, StringComparison.OrdinalIgnoreCase) ? 3 : 0;
        var inPath = operation.Path.Contains(word, StringComparison.OrdinalIgnoreCase) ? 2 : 0;
        var inRest =
            operation.Group.Contains(word, StringComparison.OrdinalIgnoreCase)
            || operation.Method.Method.Equals(word, StringComparison.OrdinalIgnoreCase)
            || operation.Parameters.Any(parameter => parameter.Name.Contains(word, StringComparison.OrdinalIgnoreCase));
        return inId + inPath + (inRest ? 1 : 0);
    }

    // "followers" finds followers/list, and "campaigns" finds what is about one campaign.
    private static string Stem(string word) =>
        word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;
}
