using static Pinterest.OpenApi.Spec.Documents.ChildShape;
using static Pinterest.OpenApi.Spec.Documents.NodeKind;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>
/// The structure of an OpenAPI 3.0 document: which keyword of which node leads where. Every walk uses this one table.
/// </summary>
internal static class DocumentShape
{
    private static readonly Dictionary<NodeKind, Dictionary<string, (NodeKind Kind, ChildShape Shape)>> Table = new()
    {
        [Document] = Keywords(
            ["openapi", "security", "x-tagGroups"],
            ("info", Info, One),
            ("servers", Server, List),
            ("paths", PathItem, Map),
            ("components", Components, One),
            ("tags", Tag, List),
            ("externalDocs", Value, One)
        ),
        [Info] = Keywords(["title", "version", "description", "contact", "license", "termsOfService"]),
        [Server] = Keywords(["url", "description", "variables"]),
        [PathItem] = Keywords(
            ["$ref", "summary", "description"],
            [
                ("parameters", Parameter, List),
                ("servers", Server, List),
                .. OperationNodes.Methods.Select(method => (method, Operation, One)),
            ]
        ),
        [Operation] = Keywords(
            [
                "operationId",
                "summary",
                "description",
                "tags",
                "security",
                "deprecated",
                "externalDocs",
                "callbacks",
                "x-ratelimit-category",
                "x-sandbox",
                "x-codeSamples",
            ],
            ("parameters", Parameter, List),
            ("requestBody", RequestBody, One),
            ("responses", Response, Map),
            ("servers", Server, List)
        ),
        [Parameter] = Keywords(
            [
                "$ref",
                "name",
                "in",
                "description",
                "required",
                "deprecated",
                "allowEmptyValue",
                "style",
                "explode",
                "allowReserved",
                "example",
                "examples",
            ],
            ("schema", Schema, One),
            ("content", MediaType, Map)
        ),
        [RequestBody] = Keywords(["$ref", "description", "required"], ("content", MediaType, Map)),
        [Response] = Keywords(
            ["$ref", "description", "links"],
            ("content", MediaType, Map),
            ("headers", Parameter, Map)
        ),
        [MediaType] = Keywords(["example", "examples", "encoding"], ("schema", Schema, One)),
        [Schema] = Keywords(
            [
                "$ref",
                "type",
                "format",
                "enum",
                "default",
                "title",
                "description",
                "required",
                "nullable",
                "readOnly",
                "writeOnly",
                "deprecated",
                "example",
                "examples",
                "externalDocs",
                "xml",
                "multipleOf",
                "maximum",
                "exclusiveMaximum",
                "minimum",
                "exclusiveMinimum",
                "maxLength",
                "minLength",
                "pattern",
                "maxItems",
                "minItems",
                "uniqueItems",
                "maxProperties",
                "minProperties",
            ],
            ("properties", Schema, Map),
            ("items", Schema, One),
            ("additionalProperties", Schema, One),
            ("allOf", Schema, List),
            ("oneOf", Schema, List),
            ("anyOf", Schema, List),
            ("not", Schema, One),
            ("discriminator", Discriminator, One)
        ),
        [Discriminator] = Keywords(["propertyName", "mapping"]),
        [Components] = Keywords(
            ["examples", "links", "callbacks"],
            ("schemas", Schema, Map),
            ("parameters", Parameter, Map),
            ("responses", Response, Map),
            ("requestBodies", RequestBody, Map),
            ("headers", Parameter, Map),
            ("securitySchemes", SecurityScheme, Map)
        ),
        [SecurityScheme] = Keywords(
            ["$ref", "type", "description", "name", "in", "scheme", "bearerFormat", "openIdConnectUrl"],
            ("flows", OAuthFlows, One)
        ),
        [OAuthFlows] = Keywords(
            [],
            ("authorizationCode", OAuthFlow, One),
            ("clientCredentials", OAuthFlow, One),
            ("implicit", OAuthFlow, One),
            ("password", OAuthFlow, One)
        ),
        [OAuthFlow] = Keywords(["authorizationUrl", "tokenUrl", "refreshUrl", "scopes"]),
        [Tag] = Keywords(["name", "description", "externalDocs", "x-display-name", "x-displayName"]),
        [Value] = [],
    };

    /// <summary>Tells where a keyword of a node leads.</summary>
    /// <param name="parent">The node that holds the keyword.</param>
    /// <param name="keyword">The keyword.</param>
    /// <param name="child">What its children are.</param>
    /// <param name="shape">How it holds them.</param>
    /// <returns>True for a keyword that OpenAPI 3.0, or Pinterest's description up to 5.23.0, is known to
    /// use.</returns>
    public static bool TryChild(NodeKind parent, string keyword, out NodeKind child, out ChildShape shape)
    {
        var known = Table[parent].TryGetValue(keyword, out var entry);
        (child, shape) = known ? entry : (Value, One);
        return known;
    }

    private static Dictionary<string, (NodeKind Kind, ChildShape Shape)> Keywords(
        string[] plain,
        params (string Name, NodeKind Kind, ChildShape Shape)[] nodes
    )
    {
        var keywords = plain.ToDictionary(name => name, _ => (Value, One), StringComparer.Ordinal);
        foreach (var (name, kind, shape) in nodes)
        {
            keywords[name] = (kind, shape);
        }

        return keywords;
    }
}
