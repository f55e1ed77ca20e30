using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Operations;

/// <summary>The operations of a description. The one place that reads what an operation is.</summary>
internal sealed class OperationCatalogue
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];

    private OperationCatalogue(IReadOnlyList<OperationFacts> operations) => All = operations;

    /// <summary>Gets the operations, in the order of the description.</summary>
    public IReadOnlyList<OperationFacts> All { get; }

    /// <summary>Reads the operations of a description.</summary>
    /// <exception cref="SpecException">A parameter has neither a name nor a place.</exception>
    public static OperationCatalogue Read(JObject root)
    {
        var operations = new List<OperationFacts>();
        foreach (var path in ((JObject)root["paths"]!).Properties())
        {
            foreach (var method in Methods)
            {
                if (path.Value[method] is JObject operation)
                {
                    operations.Add(Read(root, path.Name, (JObject)path.Value, method, operation));
                }
            }
        }

        return new OperationCatalogue(operations);
    }

    private static OperationFacts Read(JObject root, string path, JObject pathItem, string method, JObject operation)
    {
        var parameters = (operation["parameters"] as JArray ?? [])
            .Concat(pathItem["parameters"] as JArray ?? [])
            .OfType<JObject>()
            .Select(parameter => Parameter(root, References.Resolve(root, parameter)))
            .DistinctBy(parameter => (parameter.Name, parameter.Style is ParameterStyle.Path))
            .ToList();
        var codes = (operation["responses"] as JObject ?? []).Properties().Select(response => response.Name).ToList();
        var reply = Reply(root, operation);
        return new OperationFacts(
            (string)operation["operationId"]!,
            method.ToUpperInvariant(),
            path,
            (string?)operation["tags"]?.FirstOrDefault() ?? "untagged",
            Security(operation["security"] as JArray ?? root["security"] as JArray ?? []),
            (string?)operation["x-ratelimit-category"],
            Sandbox(operation["x-sandbox"]),
            reply is not null && Paging.IsPage(Effective(root, reply), parameters.Select(parameter => parameter.Name)),
            parameters,
            operation["requestBody"] is JObject body
                ? ContentTypes(References.Resolve(root, body)).FirstOrDefault()
                : null,
            [.. codes.Where(code => code.StartsWith('2'))],
            [.. codes.Where(code => !code.StartsWith('2'))],
            (bool?)operation["deprecated"] is true
        );
    }

    private static OperationParameter Parameter(JObject root, JObject parameter)
    {
        if ((string?)parameter["name"] is not { } name || (string?)parameter["in"] is not { } place)
        {
            throw new SpecException(
                JsonPointer.Of(parameter),
                "The parameter has no name or no place.",
                "Correct the description."
            );
        }

        var schema = parameter["schema"] is JObject given ? References.Resolve(root, given) : [];
        var isArray = (string?)schema["type"] == "array";
        var style = place switch
        {
            "path" => ParameterStyle.Path,
            "header" => ParameterStyle.Header,
            _ when (string?)parameter["style"] == "deepObject" => ParameterStyle.DeepObject,
            _ when isArray => (bool?)parameter["explode"] is false ? ParameterStyle.Joined : ParameterStyle.Repeated,
            _ => ParameterStyle.Single,
        };
        return new OperationParameter(
            name,
            style,
            (bool?)parameter["required"] is true,
            (bool?)parameter["deprecated"] is true,
            (decimal?)schema["maximum"]
        );
    }

    private static bool? Sandbox(JToken? value) =>
        value switch
        {
            null => null,
            { Type: JTokenType.Boolean } => (bool)value,
            { Type: JTokenType.String } => (string)value! is "enabled" or "true",
            _ => value["enabled"] is { } enabled ? (bool?)enabled : null,
        };

    private static List<SecurityAlternative> Security(JArray security) =>
        [
            .. security
                .OfType<JObject>()
                .SelectMany(alternative => alternative.Properties())
                .Select(scheme => new SecurityAlternative(
                    scheme.Name,
                    [.. ((JArray)scheme.Value).Select(scope => (string)scope!)]
                )),
        ];

    private static IEnumerable<string> ContentTypes(JObject holder) =>
        (holder["content"] as JObject ?? []).Properties().Select(content => content.Name);

    private static JObject? Reply(JObject root, JObject operation)
    {
        var success =
            (operation["responses"] as JObject ?? [])
                .Properties()
                .FirstOrDefault(response => response.Name.StartsWith('2'))
                ?.Value as JObject;
        return success is null
            ? null
            : References.Resolve(root, success)["content"]?["application/json"]?["schema"] as JObject;
    }

    // Enough to see a page: the properties of all parts of an allOf together.
    private static JObject Effective(JObject root, JObject schema)
    {
        var target = References.Resolve(root, schema);
        if (target["allOf"] is not JArray parts)
        {
            return target;
        }

        var properties = new JObject();
        foreach (
            var part in parts
                .OfType<JObject>()
                .Append(new JObject { ["properties"] = target["properties"]?.DeepClone() ?? new JObject() })
        )
        {
            foreach (var property in (Effective(root, part)["properties"] as JObject ?? []).Properties())
            {
                properties[property.Name] = property.Value.DeepClone();
            }
        }

        return new JObject { ["properties"] = properties };
    }
}
