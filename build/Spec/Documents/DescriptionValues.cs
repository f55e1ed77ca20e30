using System.Numerics;
using Newtonsoft.Json.Linq;
using static Pinterest.OpenApi.Spec.Documents.NodeKind;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>
/// Checks that each keyword has a value of its type, so that whoever reads a checked description may rely on it.
/// Example: <c>required: yes</c> of a schema is refused, since it must be a list of texts.
/// </summary>
internal static class DescriptionValues
{
    private static readonly ValueType Text = new("a text", IsText);
    private static readonly ValueType Flag = new("true or false", value => value.Type is JTokenType.Boolean);
    private static readonly ValueType Number = new("a number", IsNumber);
    private static readonly ValueType Count = new("a whole number from 0", IsCount);
    private static readonly ValueType Texts = new("a list of texts", value => value is JArray list && list.All(IsText));
    private static readonly ValueType Values = new(
        "a list of texts, numbers, true, false or null",
        value => value is JArray list && list.All(entry => entry is JValue)
    );
    private static readonly ValueType Map = new("an object", value => value is JObject);
    private static readonly ValueType TextMap = new("an object of texts", IsTextMap);
    private static readonly ValueType Security = new("a list of schemes with their scopes", IsSecurity);
    private static readonly ValueType Place = OneOf("path", "query", "header", "cookie");
    private static readonly ValueType SchemaType = OneOf("string", "number", "integer", "boolean", "array", "object");
    private static readonly ValueType SchemeType = OneOf("apiKey", "http", "oauth2", "openIdConnect");
    private static readonly ValueType Style = OneOf(
        "form",
        "simple",
        "deepObject",
        "matrix",
        "label",
        "spaceDelimited",
        "pipeDelimited"
    );
    private static readonly ValueType Limit = new(
        "true, false or a number",
        value => Flag.Fits(value) || IsNumber(value)
    );

    private static readonly Dictionary<NodeKind, Dictionary<string, ValueType>> Types = new()
    {
        [Document] = Of((Security, ["security"])),
        [Server] = Of((Text, ["url"])),
        [PathItem] = Of((Text, ["$ref"])),
        [Operation] = Of(
            (Text, ["operationId", "x-ratelimit-category"]),
            (Texts, ["tags"]),
            (Flag, ["deprecated"]),
            (Security, ["security"])
        ),
        [Parameter] = Of(
            (Text, ["$ref", "name"]),
            (Place, ["in"]),
            (Style, ["style"]),
            (Flag, ["required", "deprecated", "allowEmptyValue", "explode", "allowReserved"])
        ),
        [RequestBody] = Of((Text, ["$ref"]), (Flag, ["required"])),
        [Response] = Of((Text, ["$ref"])),
        [Schema] = Of(
            (Text, ["$ref", "format", "pattern"]),
            (SchemaType, ["type"]),
            (Texts, ["required"]),
            (Values, ["enum"]),
            (Flag, ["nullable", "readOnly", "writeOnly", "deprecated", "uniqueItems"]),
            (Number, ["multipleOf", "maximum", "minimum"]),
            (Limit, ["exclusiveMaximum", "exclusiveMinimum"]),
            (Count, ["maxLength", "minLength", "maxItems", "minItems", "maxProperties", "minProperties"])
        ),
        [Discriminator] = Of((Text, ["propertyName"]), (TextMap, ["mapping"])),
        [SecurityScheme] = Of((Text, ["$ref", "name", "scheme"]), (Place, ["in"]), (SchemeType, ["type"])),
        [OAuthFlow] = Of((Text, ["authorizationUrl", "tokenUrl", "refreshUrl"]), (Map, ["scopes"])),
        [Tag] = Of((Text, ["name"])),
    };

    // What OpenAPI demands and a reader cannot do without.
    private static readonly Dictionary<NodeKind, string> Demanded = new()
    {
        [Operation] = "responses",
        [Discriminator] = "propertyName",
    };

    /// <summary>Checks a description.</summary>
    /// <exception cref="SpecException">A value has another type, or is missing.</exception>
    public static void Check(Description description)
    {
        foreach (var (node, kind) in DocumentWalker.Walk(description.Root))
        {
            foreach (var member in node.Properties())
            {
                if (
                    Types.TryGetValue(kind, out var types)
                    && types.TryGetValue(member.Name, out var type)
                    && !type.Fits(member.Value)
                )
                {
                    throw new SpecException(
                        description.Place(member.Value),
                        $"'{member.Name}' must be {type.Name} here.",
                        DescriptionChecks.Correct
                    );
                }
            }

            if (Demanded.TryGetValue(kind, out var demanded) && node[demanded] is null)
            {
                throw new SpecException(
                    description.Place(node),
                    $"'{demanded}' is missing here.",
                    DescriptionChecks.Correct
                );
            }
        }
    }

    private static ValueType OneOf(params string[] texts) =>
        new(
            $"one of {string.Join(", ", texts)}",
            value => value is JValue { Value: string text } && texts.Contains(text)
        );

    private static bool IsText(JToken value) => value.Type is JTokenType.String;

    // A number may have any number of digits in JSON.
    private static bool IsNumber(JToken value) =>
        value is JValue { Value: long or int or decimal or double or BigInteger };

    private static bool IsCount(JToken value) =>
        value is JValue { Value: long and >= 0 and <= int.MaxValue } or JValue { Value: int and >= 0 };

    private static bool IsTextMap(JToken value) => value is JObject map && map.PropertyValues().All(IsText);

    private static bool IsSecurity(JToken value) =>
        value is JArray list
        && list.All(alternative =>
            alternative is JObject schemes && schemes.PropertyValues().All(scopes => Texts.Fits(scopes))
        );

    private static Dictionary<string, ValueType> Of(params (ValueType Type, string[] Keywords)[] rows) =>
        rows.SelectMany(row => row.Keywords.Select(keyword => (keyword, row.Type)))
            .ToDictionary(row => row.keyword, row => row.Type, StringComparer.Ordinal);

    private sealed record ValueType(string Name, Func<JToken, bool> Fits);
}
