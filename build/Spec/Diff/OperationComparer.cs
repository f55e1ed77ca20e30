using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Documents.Schemas;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>Compares two operations of the same method and path.</summary>
internal sealed class OperationComparer(SchemaModel before, SchemaModel after, SchemaComparer schemas, bool comparesProse)
{
    private static readonly string[] SuccessRanges = ["2XX", "2xx"];

    public Comparison Compare(DiffOperation old, DiffOperation now)
    {
        var comparison = new Comparison();
        CompareFacts(comparison, old, now);
        CompareParameters(comparison, old, now);
        CompareBody(comparison, old, now);
        CompareResponses(comparison, old, now);
        SecurityComparer.CompareOperations(comparison, old, now);
        ServerComparer.CompareOperations(comparison, old, now, before.Root, after.Root);
        if (comparesProse) DocumentationRule.Compare(comparison, old.Node, now.Node);
        return comparison;
    }

    private static void CompareFacts(Comparison comparison, DiffOperation old, DiffOperation now)
    {
        Text("operationId", OperationRules.OperationIdChanged);
        Text("x-ratelimit-category", OperationRules.RateCategoryChanged);
        Text("x-sunset", OperationRules.SunsetChanged);
        var (wasDeprecated, isDeprecated) = (IsTrue(old.Node["deprecated"]), IsTrue(now.Node["deprecated"]));
        if (wasDeprecated != isDeprecated) Add(isDeprecated ? OperationRules.Deprecated : OperationRules.Undeprecated, new Change(old.Node["deprecated"], now.Node["deprecated"]));
        if (!old.Groups.SequenceEqual(now.Groups)) Add(OperationRules.TagsChanged, new Change(old.Node["tags"], now.Node["tags"], string.Join(", ", old.Groups), string.Join(", ", now.Groups)));
        var (sandboxBefore, sandboxNow) = (IsServed(old.Node["x-sandbox"]), IsServed(now.Node["x-sandbox"]));
        if (sandboxBefore == true && sandboxNow == false) Add(OperationRules.SandboxLost, new Change(old.Node["x-sandbox"], now.Node["x-sandbox"]));
        if (sandboxBefore == false && sandboxNow == true) Add(OperationRules.SandboxGained, new Change(old.Node["x-sandbox"], now.Node["x-sandbox"]));

        void Text(string keyword, DiffRule rule)
        {
            var (was, isNow) = (old.Node[keyword], now.Node[keyword]);
            if (!JToken.DeepEquals(was, isNow)) Add(rule, new Change(was, isNow, Said(was), Said(isNow)));
        }

        void Add(DiffRule rule, Change change) => comparison.Add(rule, Direction.None, change with { NearBefore = old.Node, NearAfter = now.Node });
    }

    private static bool? IsServed(JToken? flag) => flag switch
    {
        JValue { Value: bool value } => value,
        JValue { Value: string text } => text is "enabled" or "true",
        JObject node => IsServed(node["enabled"] ?? node["status"]),
        _ => null,
    };

    private void CompareParameters(Comparison comparison, DiffOperation old, DiffOperation now)
    {
        foreach (var was in old.Parameters)
        {
            if (Partner(now.Parameters, was) is not { } isNow)
            {
                comparison.Add(OperationRules.ParameterRemoved, Direction.Request, new Change(was.Written, null, was.Name) { NearAfter = now.Node });
                continue;
            }

            var place = new Change(was.Node, isNow.Node);
            if (was.IsRequired != isNow.IsRequired) comparison.Add(isNow.IsRequired ? OperationRules.ParameterBecameRequired : OperationRules.ParameterBecameOptional, Direction.Request, place);
            Flag("deprecated", OperationRules.ParameterDeprecated, null);
            Flag("allowEmptyValue", OperationRules.EmptyValueAllowed, OperationRules.EmptyValueForbidden);
            var (oldSchema, newSchema) = (SchemaOf(before, was.Node), SchemaOf(after, isNow.Node));
            var (oldStyle, newStyle) = (Style(was, oldSchema), Style(isNow, newSchema));
            if (oldStyle is not null && newStyle is not null && oldStyle != newStyle) comparison.Add(OperationRules.ParameterStyleChanged, Direction.Request, place with { Old = oldStyle, New = newStyle });
            if (oldSchema is not null && newSchema is not null) comparison.Children.Add(schemas.Compare(oldSchema, newSchema, Direction.Request));
            if (comparesProse) DocumentationRule.Compare(comparison, was.Node, isNow.Node);

            void Flag(string keyword, DiffRule comes, DiffRule? goes)
            {
                var (flagBefore, flagNow) = (IsTrue(was.Node[keyword]), IsTrue(isNow.Node[keyword]));
                if (flagBefore != flagNow && (flagNow ? comes : goes) is { } rule) comparison.Add(rule, Direction.Request, place);
            }
        }

        foreach (var isNow in now.Parameters.Where(parameter => Partner(old.Parameters, parameter) is null))
            comparison.Add(isNow.IsRequired ? OperationRules.RequiredParameterAdded : OperationRules.ParameterAdded, Direction.Request, new Change(null, isNow.Written, null, isNow.Name) { NearBefore = old.Node });
    }

    // A path parameter that its path does not name is found by its own name.
    private static DiffParameter? Partner(IReadOnlyList<DiffParameter> parameters, DiffParameter wanted) =>
        parameters.FirstOrDefault(parameter => parameter.Key == wanted.Key) ?? parameters.FirstOrDefault(parameter => parameter.In == "path" && wanted.In == "path" && JToken.DeepEquals(parameter.Node["name"], wanted.Node["name"]));

    // How a list or an object is written. Style and explode mean nothing for anything else.
    private static string? Style(DiffParameter parameter, EffectiveSchema? schema)
    {
        if (schema?.Types is not { Count: 1 } types || !(types.Contains("array") || types.Contains("object"))) return null;
        var style = (string?)(parameter.Node["style"] as JValue) ?? (parameter.In is "query" or "cookie" ? "form" : "simple");
        var explodes = parameter.Node["explode"] is JValue { Value: bool said } ? said : style == "form";
        return $"{style}, {(explodes ? "exploded" : "joined")}";
    }

    private static EffectiveSchema? SchemaOf(SchemaModel model, JObject parameter) =>
        (parameter["schema"] ?? (parameter["content"] as JObject)?.Properties().FirstOrDefault()?.Value.Member("schema")) is JObject schema ? model.Of(schema) : null;

    private void CompareBody(Comparison comparison, DiffOperation old, DiffOperation now)
    {
        var was = old.Node["requestBody"] is JObject oldBody ? before.Resolve(oldBody) : null;
        var isNow = now.Node["requestBody"] is JObject newBody ? after.Resolve(newBody) : null;
        if (was is null && isNow is null) return;
        if (was is null) comparison.Add(IsTrue(isNow!["required"]) ? OperationRules.RequiredBodyAdded : OperationRules.BodyAdded, Direction.Request, new Change(null, now.Node["requestBody"]) { NearBefore = old.Node });
        else if (isNow is null) comparison.Add(OperationRules.BodyRemoved, Direction.Request, new Change(old.Node["requestBody"], null) { NearAfter = now.Node });
        if (was is null || isNow is null) return;

        var (wasRequired, isRequired) = (IsTrue(was["required"]), IsTrue(isNow["required"]));
        if (wasRequired != isRequired) comparison.Add(isRequired ? OperationRules.BodyBecameRequired : OperationRules.BodyBecameOptional, Direction.Request, new Change(was, isNow));
        CompareContent(comparison, was, isNow, Direction.Request);
    }

    private void CompareContent(Comparison comparison, JObject old, JObject now, Direction direction)
    {
        var (oldTypes, newTypes) = (Types(old), Types(now));
        foreach (var (type, was) in oldTypes)
        {
            if (Find(newTypes, type) is not { } isNow)
            {
                comparison.Add(OperationRules.MediaTypeRemoved, direction, new Change(was, null, type) { NearAfter = now });
                continue;
            }

            switch (was["schema"] as JObject, isNow["schema"] as JObject)
            {
                case ({ } oldSchema, { } newSchema):
                    comparison.Children.Add(schemas.Compare(before.Of(oldSchema), after.Of(newSchema), direction));
                    break;
                case (null, { } added):
                    comparison.Add(OperationRules.BodySchemaAdded, direction, new Change(was, added));
                    break;
                case ({ } removed, null):
                    comparison.Add(OperationRules.BodySchemaRemoved, direction, new Change(removed, isNow));
                    break;
            }
        }

        foreach (var (type, isNow) in newTypes)
        {
            if (Find(oldTypes, type) is null) comparison.Add(OperationRules.MediaTypeAdded, direction, new Change(null, isNow, null, type) { NearBefore = old });
        }
    }

    private static Dictionary<string, JObject> Types(JObject holder) => (holder["content"] as JObject ?? []).Properties().Where(type => type.Value is JObject)
        .GroupBy(type => type.Name.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant(), StringComparer.Ordinal).ToDictionary(group => group.Key, group => (JObject)group.First().Value, StringComparer.Ordinal);

    // A range such as text/* has room for each of its types.
    private static JObject? Find(Dictionary<string, JObject> types, string type) =>
        types.GetValueOrDefault(type) ?? types.GetValueOrDefault(type.Split('/')[0] + "/*") ?? types.GetValueOrDefault("*/*");

    private void CompareResponses(Comparison comparison, DiffOperation old, DiffOperation now)
    {
        var (oldResponses, newResponses) = (Responses(before, old), Responses(after, now));
        foreach (var (status, was) in oldResponses)
        {
            if (Covering(newResponses, status) is { } isNow)
            {
                CompareContent(comparison, was, isNow, Direction.Response);
                CompareHeaders(comparison, was, isNow);
                if (comparesProse) DocumentationRule.Compare(comparison, was, isNow);
                continue;
            }

            comparison.Add(IsSuccess(status) ? OperationRules.SuccessStatusRemoved : OperationRules.ErrorStatusRemoved, Direction.None, new Change(old.Node["responses"]![status], null, status) { NearAfter = now.Node["responses"] ?? now.Node });
        }

        foreach (var (status, _) in newResponses)
        {
            if (Covering(oldResponses, status) is null)
                comparison.Add(IsSuccess(status) ? OperationRules.SuccessStatusAdded : OperationRules.ErrorStatusAdded, Direction.None, new Change(null, now.Node["responses"]![status], null, status) { NearBefore = old.Node["responses"] ?? old.Node });
        }
    }

    private static Dictionary<string, JObject> Responses(SchemaModel model, DiffOperation operation)
    {
        var responses = new Dictionary<string, JObject>(StringComparer.Ordinal);
        foreach (var response in (operation.Node["responses"] as JObject ?? []).Properties())
        {
            if (response.Value is JObject written && model.Resolve(written) is { } node) responses[response.Name] = node;
        }

        return responses;
    }

    private static JObject? Covering(Dictionary<string, JObject> responses, string status) =>
        responses.GetValueOrDefault(status) ?? (status.Length == 3 ? responses.GetValueOrDefault(status[0] + "XX") ?? responses.GetValueOrDefault(status[0] + "xx") : null) ?? (status != "default" ? responses.GetValueOrDefault("default") : null);

    private static bool IsSuccess(string status) => status.StartsWith('2') || SuccessRanges.Contains(status);

    private void CompareHeaders(Comparison comparison, JObject old, JObject now)
    {
        var (oldHeaders, newHeaders) = (Headers(before, old), Headers(after, now));
        foreach (var (name, was) in oldHeaders)
        {
            if (!newHeaders.TryGetValue(name, out var isNow))
            {
                comparison.Add(IsTrue(was["required"]) ? OperationRules.RequiredHeaderRemoved : OperationRules.HeaderRemoved, Direction.Response, new Change(was, null, name) { NearAfter = now });
                continue;
            }

            var (wasRequired, isRequired) = (IsTrue(was["required"]), IsTrue(isNow["required"]));
            if (wasRequired != isRequired) comparison.Add(isRequired ? OperationRules.HeaderBecameRequired : OperationRules.HeaderBecameOptional, Direction.Response, new Change(was, isNow));
            if (SchemaOf(before, was) is { } oldSchema && SchemaOf(after, isNow) is { } newSchema) comparison.Children.Add(schemas.Compare(oldSchema, newSchema, Direction.Response));
        }

        foreach (var (name, isNow) in newHeaders)
        {
            if (!oldHeaders.ContainsKey(name)) comparison.Add(OperationRules.HeaderAdded, Direction.Response, new Change(null, isNow, null, name) { NearBefore = old });
        }
    }

    private static Dictionary<string, JObject> Headers(SchemaModel model, JObject response)
    {
        var headers = new Dictionary<string, JObject>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in (response["headers"] as JObject ?? []).Properties())
        {
            if (header.Value is JObject written && model.Resolve(written) is { } node) headers[header.Name] = node;
        }

        return headers;
    }

    private static bool IsTrue(JToken? value) => value is JValue { Value: true };

    private static string Said(JToken? value) => value is null ? "none" : value is JValue simple ? simple.ToString(System.Globalization.CultureInfo.InvariantCulture) : value.ToString(Newtonsoft.Json.Formatting.None);
}
