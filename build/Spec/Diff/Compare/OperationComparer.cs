using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Compares two operations of the same method and path.</summary>
internal sealed class OperationComparer(
    SchemaModel before,
    SchemaModel after,
    SchemaComparer schemas,
    bool comparesProse
)
{
    private readonly ParameterComparer _parameters = new(before, after, schemas, comparesProse);
    private readonly IReadOnlyDictionary<string, string> _renamed = SecurityComparer.Renamed(before.Root, after.Root);

    public Comparison Compare(DiffOperation old, DiffOperation now)
    {
        var comparison = new Comparison();
        CompareFacts(comparison, old, now);
        CompareParameters(comparison, old, now);
        CompareBody(comparison, old, now);
        CompareResponses(comparison, old, now);
        SecurityComparer.CompareOperations(comparison, old, now, _renamed);
        ServerComparer.CompareOperations(comparison, old, now, before.Root, after.Root);
        if (comparesProse)
        {
            DocumentationRule.Compare(comparison, old.Node, now.Node);
        }

        return comparison;
    }

    private static void CompareFacts(Comparison comparison, DiffOperation old, DiffOperation now)
    {
        Text("operationId", OperationRules.OperationIdChanged);
        Text("x-ratelimit-category", OperationRules.RateCategoryChanged);
        Text("x-sunset", OperationRules.SunsetChanged);
        var (wasDeprecated, isDeprecated) = (IsTrue(old.Node["deprecated"]), IsTrue(now.Node["deprecated"]));
        if (wasDeprecated != isDeprecated)
        {
            Add(
                isDeprecated ? OperationRules.Deprecated : OperationRules.Undeprecated,
                new Change(old.Node["deprecated"], now.Node["deprecated"])
            );
        }

        if (!old.Groups.SequenceEqual(now.Groups))
        {
            Add(
                OperationRules.TagsChanged,
                new Change(
                    old.Node["tags"],
                    now.Node["tags"],
                    string.Join(", ", old.Groups),
                    string.Join(", ", now.Groups)
                )
            );
        }

        var (sandboxBefore, sandboxNow) = (IsServed(old.Node["x-sandbox"]), IsServed(now.Node["x-sandbox"]));
        if (sandboxBefore && !sandboxNow)
        {
            Add(OperationRules.SandboxLost, new Change(old.Node["x-sandbox"], now.Node["x-sandbox"]));
        }

        if (!sandboxBefore && sandboxNow)
        {
            Add(OperationRules.SandboxGained, new Change(old.Node["x-sandbox"], now.Node["x-sandbox"]));
        }

        void Text(string keyword, DiffRule rule)
        {
            var (was, isNow) = (old.Node[keyword], now.Node[keyword]);
            if (!JToken.DeepEquals(was, isNow))
            {
                Add(rule, new Change(was, isNow, Said(was), Said(isNow)));
            }
        }

        void Add(DiffRule rule, Change change) =>
            comparison.Add(rule, Direction.None, change with { NearBefore = old.Node, NearAfter = now.Node });
    }

    // What is not said to be served is not.
    private static bool IsServed(JToken? flag) =>
        flag switch
        {
            JValue { Value: bool value } => value,
            JValue { Value: string text } => text is "enabled" or "true",
            JObject node => IsServed(node["enabled"] ?? node["status"]),
            _ => false,
        };

    private void CompareParameters(Comparison comparison, DiffOperation old, DiffOperation now)
    {
        foreach (var was in old.Parameters)
        {
            if (Partner(now.Parameters, was) is not { } isNow)
            {
                comparison.Add(
                    OperationRules.ParameterRemoved,
                    Direction.Request,
                    new Change(was.Written, null, was.Name) { NearAfter = now.Node }
                );
                continue;
            }

            _parameters.Compare(comparison, was, isNow);
        }

        foreach (var isNow in now.Parameters.Where(parameter => Partner(old.Parameters, parameter) is null))
        {
            comparison.Add(
                isNow.IsRequired ? OperationRules.RequiredParameterAdded : OperationRules.ParameterAdded,
                Direction.Request,
                new Change(null, isNow.Written, null, isNow.Name) { NearBefore = old.Node }
            );
        }
    }

    // A path parameter that its path does not name is found by its own name.
    private static DiffParameter? Partner(IReadOnlyList<DiffParameter> parameters, DiffParameter wanted) =>
        parameters.FirstOrDefault(parameter => parameter.Key == wanted.Key)
        ?? parameters.FirstOrDefault(parameter =>
            parameter.In == "path"
            && wanted.In == "path"
            && JToken.DeepEquals(parameter.Node["name"], wanted.Node["name"])
        );

    private void CompareBody(Comparison comparison, DiffOperation old, DiffOperation now)
    {
        var was = old.Node["requestBody"] is JObject oldBody ? before.Resolve(oldBody) : null;
        var isNow = now.Node["requestBody"] is JObject newBody ? after.Resolve(newBody) : null;
        if (was is null && isNow is null)
        {
            return;
        }

        if (was is null)
        {
            comparison.Add(
                IsTrue(isNow!["required"]) ? OperationRules.RequiredBodyAdded : OperationRules.BodyAdded,
                Direction.Request,
                new Change(null, now.Node["requestBody"]) { NearBefore = old.Node }
            );
        }
        else if (isNow is null)
        {
            comparison.Add(
                OperationRules.BodyRemoved,
                Direction.Request,
                new Change(old.Node["requestBody"], null) { NearAfter = now.Node }
            );
        }

        if (was is null || isNow is null)
        {
            return;
        }

        var (wasRequired, isRequired) = (IsTrue(was["required"]), IsTrue(isNow["required"]));
        if (wasRequired != isRequired)
        {
            comparison.Add(
                isRequired ? OperationRules.BodyBecameRequired : OperationRules.BodyBecameOptional,
                Direction.Request,
                new Change(was, isNow)
            );
        }

        CompareContent(comparison, was, isNow, Direction.Request);
    }

    private void CompareContent(Comparison comparison, JObject old, JObject now, Direction direction)
    {
        var (oldTypes, newTypes) = (Types(old), Types(now));
        foreach (var (type, was) in oldTypes)
        {
            var partners =
                Find(newTypes, type) is { } exact ? [exact]
                : direction is Direction.Response ? Within(newTypes, type)
                : [];
            if (partners.Count == 0)
            {
                comparison.Add(
                    OperationRules.MediaTypeRemoved,
                    direction,
                    new Change(was, null, type) { NearAfter = now }
                );
            }

            foreach (var isNow in partners)
            {
                CompareMedia(comparison, was, isNow, direction);
            }
        }

        foreach (var (type, isNow) in newTypes)
        {
            if (Find(oldTypes, type) is null)
            {
                comparison.Add(
                    OperationRules.MediaTypeAdded,
                    direction,
                    new Change(null, isNow, null, type) { NearBefore = old }
                );
            }
        }
    }

    private void CompareMedia(Comparison comparison, JObject was, JObject isNow, Direction direction)
    {
        switch (was["schema"] as JObject, isNow["schema"] as JObject)
        {
            case ({ } oldSchema, { } newSchema):
                comparison.Children.Add(
                    schemas.Compare(before.Of(oldSchema), after.Of(newSchema), direction, (oldSchema, newSchema))
                );
                break;
            case (null, { } added):
                comparison.Add(OperationRules.BodySchemaAdded, direction, new Change(was, added));
                break;
            case ({ } removed, null):
                comparison.Add(OperationRules.BodySchemaRemoved, direction, new Change(removed, isNow));
                break;
        }

        var (oldEncoding, newEncoding) = (was["encoding"], isNow["encoding"]);
        if (!JToken.DeepEquals(oldEncoding, newEncoding))
        {
            comparison.Add(
                OperationRules.EncodingChanged,
                direction,
                new Change(oldEncoding, newEncoding, Said(oldEncoding), Said(newEncoding))
                {
                    NearBefore = was,
                    NearAfter = isNow,
                }
            );
        }
    }

    // JSON is UTF-8, whether its charset is said or not.
    private static Dictionary<string, JObject> Types(JObject holder) =>
        (holder["content"] as JObject ?? [])
            .Properties()
            .Where(type => type.Value is JObject)
            .GroupBy(
                type =>
                    type.Name.Replace(" ", "", StringComparison.Ordinal)
                        .ToLowerInvariant()
                        .Replace(";charset=utf-8", "", StringComparison.Ordinal),
                StringComparer.Ordinal
            )
            .ToDictionary(group => group.Key, group => (JObject)group.First().Value, StringComparer.Ordinal);

    // A range such as text/* has room for each of its types.
    private static JObject? Find(Dictionary<string, JObject> types, string type) =>
        types.GetValueOrDefault(type)
        ?? types.GetValueOrDefault(type.Split('/')[0] + "/*")
        ?? types.GetValueOrDefault("*/*");

    private static List<JObject> Within(Dictionary<string, JObject> types, string range) =>
        range.EndsWith("/*", StringComparison.Ordinal)
            ?
            [
                .. types
                    .Where(type => range == "*/*" || type.Key.StartsWith(range[..^1], StringComparison.Ordinal))
                    .Select(type => type.Value),
            ]
            : [];

    private void CompareResponses(Comparison comparison, DiffOperation old, DiffOperation now)
    {
        var (oldResponses, newResponses) = (DiffResponses.Of(before, old), DiffResponses.Of(after, now));
        foreach (var was in oldResponses.All)
        {
            var partners = newResponses.Covering(was.Status) is { } isNow ? [isNow] : newResponses.Within(was.Status);
            if (partners.Count == 0)
            {
                comparison.Add(
                    was.IsSuccess ? OperationRules.SuccessStatusRemoved : OperationRules.ErrorStatusRemoved,
                    Direction.None,
                    new Change(was.Written, null, was.Status)
                    {
                        NearAfter = now.Node["responses"] ?? now.Node,
                        About = old.Node,
                    }
                );
            }

            foreach (var partner in partners)
            {
                CompareResponse(comparison, was.Node, partner.Node);
            }
        }

        foreach (var isNow in newResponses.All.Where(response => oldResponses.Exact(response.Status) is null))
        {
            // What was covered by a range, or by default, must be as that was.
            if (oldResponses.Covering(isNow.Status) is { } was)
            {
                CompareResponse(comparison, was.Node, isNow.Node);
            }
            else
            {
                comparison.Add(
                    isNow.IsSuccess ? OperationRules.SuccessStatusAdded : OperationRules.ErrorStatusAdded,
                    Direction.None,
                    new Change(null, isNow.Written, null, isNow.Status)
                    {
                        NearBefore = old.Node["responses"] ?? old.Node,
                        About = now.Node,
                    }
                );
            }
        }
    }

    private void CompareResponse(Comparison comparison, JObject was, JObject isNow)
    {
        CompareContent(comparison, was, isNow, Direction.Response);
        CompareHeaders(comparison, was, isNow);
        if (comparesProse)
        {
            DocumentationRule.Compare(comparison, was, isNow);
        }
    }

    private void CompareHeaders(Comparison comparison, JObject old, JObject now)
    {
        var (oldHeaders, newHeaders) = (Headers(before, old), Headers(after, now));
        foreach (var (name, was) in oldHeaders)
        {
            if (!newHeaders.TryGetValue(name, out var isNow))
            {
                comparison.Add(
                    IsTrue(was["required"]) ? OperationRules.RequiredHeaderRemoved : OperationRules.HeaderRemoved,
                    Direction.Response,
                    new Change(was, null, name) { NearAfter = now }
                );
                continue;
            }

            var (wasRequired, isRequired) = (IsTrue(was["required"]), IsTrue(isNow["required"]));
            if (wasRequired != isRequired)
            {
                comparison.Add(
                    isRequired ? OperationRules.HeaderBecameRequired : OperationRules.HeaderBecameOptional,
                    Direction.Response,
                    new Change(was, isNow)
                );
            }

            if (
                ParameterComparer.SchemaOf(before, was) is { } oldSchema
                && ParameterComparer.SchemaOf(after, isNow) is { } newSchema
            )
            {
                comparison.Children.Add(
                    schemas.Compare(
                        oldSchema,
                        newSchema,
                        Direction.Response,
                        (ParameterComparer.Written(was), ParameterComparer.Written(isNow))
                    )
                );
            }
        }

        foreach (var (name, isNow) in newHeaders)
        {
            if (!oldHeaders.ContainsKey(name))
            {
                comparison.Add(
                    OperationRules.HeaderAdded,
                    Direction.Response,
                    new Change(null, isNow, null, name) { NearBefore = old }
                );
            }
        }
    }

    private static Dictionary<string, JObject> Headers(SchemaModel model, JObject response)
    {
        var headers = new Dictionary<string, JObject>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in (response["headers"] as JObject ?? []).Properties())
        {
            if (header.Value is JObject written && model.Resolve(written) is { } node)
            {
                headers[header.Name] = node;
            }
        }

        return headers;
    }

    private static bool IsTrue(JToken? value) => value is JValue { Value: true };

    private static string Said(JToken? value) =>
        value is null ? "none"
        : value is JValue simple ? simple.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : value.ToString(Newtonsoft.Json.Formatting.None);
}
