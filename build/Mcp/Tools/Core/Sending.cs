using System.Text.Json;
using System.Text.Json.Nodes;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi.Mcp.Tools.Core;

/// <summary>Sends operations of the catalogue and gives what Pinterest replied, member by member.</summary>
internal static class Sending
{
    private static readonly Dictionary<string, Operation> ById = Metadata.Operations.All.ToDictionary(
        operation => operation.Id,
        StringComparer.Ordinal
    );

    /// <summary>Finds an operation; null when there is none of that id.</summary>
    public static Operation? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>Sends an operation.</summary>
    /// <param name="client">The client of a granted call.</param>
    /// <param name="operation">Its id.</param>
    /// <param name="values">Its parameters; those of the path are put there, the rest into the query.</param>
    /// <param name="body">Its body, or null.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="PinterestException">Pinterest refused it, or could not be reached.</exception>
    public static async Task<JsonNode> SendAsync(
        this IPinterestClient client,
        string operation,
        IEnumerable<KeyValuePair<string, string?>> values,
        JsonNode? body,
        CancellationToken cancellationToken
    )
    {
        var known = ById[operation];
        var given = values
            .Where(value => value.Value is not null)
            .Select(value => KeyValuePair.Create(value.Key, value.Value!))
            .ToList();
        var inPath = given
            .Where(value => known.Path.Contains('{' + value.Key + '}', StringComparison.Ordinal))
            .ToList();
        var call = new PinterestRawCall(known.Method, known.Path)
        {
            PathValues = inPath.ToDictionary(value => value.Key, value => value.Value),
            Query = given.Except(inPath).ToList(),
            Body = body is null ? null : ToToken(body),
            RateCategory = known.RateCategory,
            IsRead = known.Access is OperationAccess.Read,
        };
        var reply = await client.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return ToNode(reply);
    }

    public static Task<JsonNode> ReadAsync(
        this IPinterestClient client,
        string operation,
        CancellationToken cancellationToken,
        params IEnumerable<KeyValuePair<string, string?>> values
    ) => client.SendAsync(operation, values, null, cancellationToken);

    public static KeyValuePair<string, string?> With(string name, string? value) => KeyValuePair.Create(name, value);

    public static JToken ToToken(JsonNode node)
    {
        using var reader = new JsonTextReader(new StringReader(JsonOut.TextOf(node)))
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
        };
        return JToken.ReadFrom(reader);
    }

    public static JsonNode ToNode(JToken token) =>
        JsonNode.Parse(token.ToString(Formatting.None), documentOptions: new JsonDocumentOptions { MaxDepth = 128 })
        ?? new JsonObject();
}
