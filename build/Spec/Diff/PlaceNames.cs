using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Compare;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>Names places as a person would: Pin.title, GET /pins parameter 'page_size'. No name has an index where there is a better word, so that names outlive edits elsewhere.</summary>
internal static class PlaceNames
{
    /// <summary>Names the place of a token.</summary>
    public static string Of(JToken token)
    {
        var chain = token.AncestorsAndSelf().Where(step => step is not JProperty).Reverse().ToList();
        var text = new StringBuilder();
        for (var i = 1; i < chain.Count; i++)
        {
            Append(text, chain, i);
        }

        if (text.Length > 0)
        {
            return text.ToString().Trim();
        }

        return chain.Count > 1 && NameOf(chain[1]) == "security"
            ? "every operation without security of its own"
            : "the description";
    }

    /// <summary>Names what stands behind a reference as the place of the reference has it: Label.status.name, not Status.name.</summary>
    public static string Behind(JToken reference, JToken token)
    {
        var (own, component) = (Of(token), SwitchedReference.ComponentOf(token));
        return Of(reference)
            + (
                component is not null && own.StartsWith(component, StringComparison.Ordinal)
                    ? own[component.Length..]
                    : ""
            );
    }

    private static void Append(StringBuilder text, List<JToken> chain, int i)
    {
        var (token, parent, keyword) = (chain[i], i > 1 ? NameOf(chain[i - 1]) : null, NameOf(chain[i]));
        if (token.Parent is JArray list)
        {
            if (parent == "parameters" && token is JObject parameter)
            {
                text.Append($" parameter '{ParameterName(parameter)}'");
            }
            else if (parent is "required" && token is JValue { Value: string name })
            {
                text.Append(text.Length == 0 ? name : "." + name);
            }
            else if (parent is "oneOf" or "anyOf" && token is JObject choice)
            {
                text.Append($" as {References.SchemaName(choice) ?? $"form {list.IndexOf(token) + 1}"}");
            }

            return;
        }

        switch (parent)
        {
            case "schemas" or "responses" or "requestBodies" or "headers" or "securitySchemes" when i == 3:
                text.Append(keyword);
                return;
            case "parameters" when i == 3:
                text.Append($"parameter '{ParameterName(token as JObject)}'");
                return;
            case "paths" when i == 2:
                text.Append(keyword);
                return;
            case "properties" or "patternProperties":
                text.Append(text.Length == 0 ? keyword : "." + keyword);
                return;
            case "responses":
                text.Append(" response ").Append(keyword);
                return;
            case "headers":
                text.Append($" header '{keyword}'");
                return;
            case "content" when keyword != "application/json":
                text.Append($" ({keyword})");
                return;
            case "mapping":
                text.Append($" as '{keyword}'");
                return;
            case "scopes":
                text.Append($" scope '{keyword}'");
                return;
        }

        if (i == 3 && NameOf(chain[1]) == "paths" && token is JObject)
        {
            text.Insert(0, keyword!.ToUpperInvariant() + " ");
        }
        else if (keyword == "items")
        {
            text.Append("[]");
        }
        else if (keyword == "additionalProperties" && token is JObject)
        {
            text.Append(".*");
        }
        else if (keyword == "requestBody")
        {
            text.Append(" body");
        }
    }

    // A reference names the parameter well enough.
    private static string ParameterName(JObject? parameter) =>
        (string?)(parameter?["name"] as JValue) ?? References.Target(parameter)?.Split('/')[^1] ?? "?";

    private static string? NameOf(JToken token) => (token.Parent as JProperty)?.Name;
}
