using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Operations;

/// <summary>The operations of a description. The one place that reads what an operation is.</summary>
internal sealed class OperationCatalogue
{
    private OperationCatalogue(IReadOnlyList<OperationFacts> operations) => All = operations;

    /// <summary>Gets the operations, in the order of the description.</summary>
    public IReadOnlyList<OperationFacts> All { get; }

    /// <summary>Reads the operations of a description.</summary>
    /// <exception cref="SpecException">A parameter has neither a name nor a place.</exception>
    public static OperationCatalogue Read(JObject root)
    {
        var schemas = new SchemaModel(root);
        return new OperationCatalogue([
            .. OperationNodes.Supported(root).Select(operation => Read(schemas, operation)),
        ]);
    }

    private static OperationFacts Read(SchemaModel schemas, OperationNode operation)
    {
        var root = schemas.Root;
        var node = operation.Node;

        // The client has one argument for a name, wherever it is sent; only a path parameter may share it.
        var parameters = operation
            .EffectiveParameters(parameter => References.Resolve(root, parameter))
            .Select(parameter => Parameter(root, parameter))
            .DistinctBy(parameter => (parameter.Name, parameter.Style is ParameterStyle.Path))
            .ToList();
        var codes = (node["responses"] as JObject ?? []).Properties().Select(response => response.Name).ToList();
        return new OperationFacts
        {
            Id = operation.Id,
            Method = operation.Method.ToUpperInvariant(),
            Path = operation.Path,
            BasePaths = ServerPaths.Of(root, operation),
            Group = operation.Tag,
            Security = Security(node["security"] as JArray ?? root["security"] as JArray ?? []),
            RateCategory = node["x-ratelimit-category"].Text(),
            IsInSandbox = SandboxFlag.Read(node["x-sandbox"]),
            IsPaged =
                Reply(root, node) is { } reply
                && Paging.IsPage(schemas.Of(reply), parameters.Select(parameter => parameter.Name)),
            Parameters = parameters,
            BodyType = node["requestBody"] is JObject body ? FirstContentType(References.Resolve(root, body)) : null,
            SuccessCodes = [.. codes.Where(ResponseStatus.IsSuccess)],
            EmptySuccessCodes =
            [
                .. codes.Where(code => ResponseStatus.IsSuccess(code) && HasNoContent(root, node, code)),
            ],
            ErrorCodes = [.. codes.Where(code => !ResponseStatus.IsSuccess(code))],
            IsDeprecated = node["deprecated"].IsTrue(),
            Callbacks = [.. (node["callbacks"] as JObject ?? []).Properties().Select(callback => callback.Name)],
        };
    }

    private static OperationParameter Parameter(JObject root, ParameterNode parameter)
    {
        var node = parameter.Node;
        if (parameter is not { Name: { } name, Place: { } place })
        {
            throw new SpecException(
                JsonPointer.Of(node),
                "The parameter has no name or no place.",
                "Correct the description."
            );
        }

        var schema = node["schema"] is JObject given ? References.Resolve(root, given) : [];
        return new OperationParameter
        {
            Name = name,
            Style = Style(place, StyleKeywords.Of(node, place), schema),
            IsRequired = node["required"].IsTrue(),
            IsDeprecated = node["deprecated"].IsTrue(),
            Minimum = Number(schema["minimum"]),
            Maximum = Number(schema["maximum"]),
        };
    }

    private static decimal? Number(JToken? value) =>
        value is JValue { Value: long or decimal } number ? (decimal)number : null;

    private static ParameterStyle Style(string place, StyleKeywords keywords, JObject schema) =>
        place switch
        {
            "path" => ParameterStyle.Path,
            "header" => ParameterStyle.Header,
            _ when keywords.Style == "deepObject" => ParameterStyle.DeepObject,
            _ when !IsArray(schema["type"]) => ParameterStyle.Single,
            _ => keywords.Explodes ? ParameterStyle.Repeated : ParameterStyle.Joined,
        };

    // 3.1 lists types: [array, "null"] is an array, because a query has no null.
    private static bool IsArray(JToken? type) =>
        type is JArray types
            ? types.Select(one => one.Text()).Where(one => one != "null").Distinct().ToList() is ["array"]
            : type.Text() == "array";

    private static List<SecurityAlternative> Security(JArray security) =>
        [
            .. security
                .OfType<JObject>()
                .SelectMany(alternative => alternative.Properties())
                .Select(scheme => new SecurityAlternative(
                    scheme.Name,
                    [.. (scheme.Value as JArray ?? []).Select(scope => scope.Text()).OfType<string>()]
                )),
        ];

    private static string? FirstContentType(JObject body) =>
        (body["content"] as JObject ?? []).Properties().FirstOrDefault()?.Name;

    private static bool HasNoContent(JObject root, JObject operation, string code) =>
        operation["responses"].Member(code) is JObject response
        && References.Resolve(root, response)["content"] is not JObject { Count: > 0 };

    private static JObject? Reply(JObject root, JObject operation)
    {
        var success = (operation["responses"] as JObject ?? [])
            .Properties()
            .FirstOrDefault(response => ResponseStatus.IsSuccess(response.Name));
        return success?.Value is JObject response
            ? References.Resolve(root, response)["content"].Member("application/json").Member("schema") as JObject
            : null;
    }
}
