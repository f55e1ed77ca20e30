using System.Globalization;
using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>
/// Names places as a person would. Examples: Pin.title, GET /pins parameter 'page_size'. A name has an index only where
/// there is no better word, so that it outlives edits elsewhere.
/// </summary>
internal static class PlaceNames
{
    // The members of the document that hold components, and paths, stand at this depth: #/paths/{path},
    // #/components/schemas/{name}.
    private const int PathDepth = 2;
    private const int ComponentDepth = 3;
    private const int OperationDepth = 3;
    private const int CallbackDepth = 4;

    /// <summary>Names the place of a token.</summary>
    public static string Of(JToken token)
    {
        var steps = token.AncestorsAndSelf().Where(step => step is not JProperty).Reverse().ToList();
        var text = new StringBuilder();
        var start = StartOf(steps, text);
        for (var depth = start + 1; depth < steps.Count; depth++)
        {
            Append(text, steps, depth);
        }

        if (text.Length > 0)
        {
            return text.ToString().Trim();
        }

        return steps.Count > 1 && KeywordOf(steps[1]) == "security"
            ? "every operation without security of its own"
            : "the description";
    }

    // A part of another document is named by what leads to it. Example: models/pet.yaml#/properties/name is pet.name.
    private static int StartOf(List<JToken> steps, StringBuilder text)
    {
        var isOther = steps.Count > 1 && KeywordOf(steps[1]) == OtherDocuments.Member;
        var start = isOther ? steps.FindLastIndex(step => step.Annotation<ReferencedPart>() is not null) : -1;
        if (start < 0)
        {
            return 0;
        }

        text.Append(steps[start].Annotation<ReferencedPart>()!.Title);
        return start;
    }

    private static void Append(StringBuilder text, List<JToken> steps, int depth)
    {
        var token = steps[depth];
        var parent = depth > 1 ? KeywordOf(steps[depth - 1]) : null;
        if (token.Parent is JArray list)
        {
            AppendListItem(text, list, token, parent);
        }
        else if (!AppendMember(text, parent, KeywordOf(token), token, depth))
        {
            AppendKeyword(text, steps, depth);
        }
    }

    private static void AppendListItem(StringBuilder text, JArray list, JToken token, string? parent)
    {
        switch (parent, token)
        {
            case ("parameters", JObject parameter):
                text.Append($" parameter '{ParameterName(parameter)}'");
                break;
            case ("required", JValue { Value: string name }):
                AppendProperty(text, name);
                break;
            case ("prefixItems", _):
                text.Append(CultureInfo.InvariantCulture, $"[{list.IndexOf(token)}]");
                break;
            case ("oneOf" or "anyOf", JObject variant):
                text.Append($" as {References.SchemaName(variant) ?? $"variant {list.IndexOf(token) + 1}"}");
                break;
        }
    }

    // Names a token whose key is a name that somebody chose, as that of a property; false for keywords of OpenAPI.
    private static bool AppendMember(StringBuilder text, string? parent, string? name, JToken token, int depth)
    {
        switch (parent)
        {
            case "schemas"
            or "mediaTypes"
            or "responses"
            or "requestBodies"
            or "securitySchemes" when depth == ComponentDepth:
            case "paths" when depth == PathDepth:
                text.Append(name);
                return true;
            case "pathItems" when depth == ComponentDepth:
                text.Append(name);
                return true;
            case "webhooks" when depth == PathDepth:
                text.Append("webhook ").Append(name);
                return true;
            case "callbacks":
                text.Append($" callback '{name}'");
                return true;
            case "parameters" when depth == ComponentDepth:
                text.Append($"parameter '{ParameterName(token as JObject)}'");
                return true;
            case "headers" when depth == ComponentDepth:
                text.Append($"header '{name}'");
                return true;
            case "properties" or "patternProperties":
                AppendProperty(text, name);
                return true;
            case "responses":
                text.Append(" response ").Append(name);
                return true;
            case "headers":
                text.Append($" header '{name}'");
                return true;
            case "content" when name != "application/json":
                text.Append($" ({name})");
                return true;
            case "additionalOperations" when depth == OperationDepth + 1 && token is JObject:
                text.Insert(0, name + " ");
                return true;
            case "dependentSchemas":
                text.Append($" (with {name})");
                return true;
            case "encoding":
                text.Append($" field '{name}'");
                return true;
            case "mapping":
                text.Append($" as '{name}'");
                return true;
            case "scopes":
                text.Append($" scope '{name}'");
                return true;
            default:
                return false;
        }
    }

    private static void AppendKeyword(StringBuilder text, List<JToken> steps, int depth)
    {
        var token = steps[depth];
        var keyword = KeywordOf(token);
        var isOperation =
            (depth == OperationDepth && KeywordOf(steps[1]) == "paths")
            || (steps[depth - 1].Annotation<ReferencedPart>() is { IsPath: true } && !IsMethodOfSent(steps, depth));
        if (isOperation && token is JObject && keyword is not "additionalOperations")
        {
            text.Insert(0, keyword!.ToUpperInvariant() + " ");
        }
        else if (token is JObject && IsMethodOfSent(steps, depth))
        {
            text.Append(' ').Append(keyword!.ToUpperInvariant());
        }
        else if (keyword is "items" or "unevaluatedItems" or "itemSchema" && token is JObject)
        {
            text.Append("[]");
        }
        else if (keyword is "contains" or "propertyNames" or "then" or "else" or "contentSchema")
        {
            text.Append($" ({keyword})");
        }
        else if (keyword is "additionalProperties" or "unevaluatedProperties" && token is JObject)
        {
            text.Append(".*");
        }
        else if (keyword == "requestBody")
        {
            text.Append(" body");
        }
    }

    // Tells whether a token is the request of a webhook, of a callback or of a path item among the components. Examples:
    // #/webhooks/made/post, #/paths/~1orders/post/callbacks/paid/{$request.body%23~1url}/post.
    private static bool IsMethodOfSent(List<JToken> steps, int depth) =>
        (depth == OperationDepth && KeywordOf(steps[1]) == "webhooks")
        || (depth == CallbackDepth && KeywordOf(steps[2]) == "pathItems")
        || (depth > CallbackDepth && KeywordOf(steps[depth - 3]) == "callbacks");

    private static void AppendProperty(StringBuilder text, string? name) =>
        text.Append(text.Length == 0 ? name : "." + name);

    // A parameter that is a reference is named by what it refers to.
    private static string ParameterName(JObject? parameter) =>
        (string?)(parameter?["name"] as JValue) ?? References.Target(parameter)?.Split('/')[^1] ?? "?";

    private static string? KeywordOf(JToken token) => (token.Parent as JProperty)?.Name;
}
