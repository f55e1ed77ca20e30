using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>The first checks of a description: version, paths, references, operation ids.</summary>
internal static class DescriptionChecks
{
    /// <summary>What to do about a description that is not right.</summary>
    public const string Correct = "Correct the description, or ask its author to.";

    public static void Run(Description description)
    {
        CheckVersion(description);
        CheckParts(description);
        DescriptionValues.Check(description);
        ReferenceDepth.Check(description, DescriptionReader.MaxReferenceDepth);
        ReferenceChecks.Run(description);
        CheckCircularComposition(description);
        CheckOperationIds(description);
    }

    /// <summary>
    /// Checks a description of 3.1 for what its operations cannot do without. Its values are not checked, because only
    /// those of 3.0 are known.
    /// </summary>
    /// <exception cref="SpecException">There are no paths, a reference leads nowhere, or a schema is composed of
    /// itself.</exception>
    public static void RunToServe(Description description)
    {
        if (description.Root["paths"] is not JObject)
        {
            throw new SpecException(
                $"{description.Name} #/paths",
                "There are no paths, and so no operations; webhooks are none.",
                Correct
            );
        }

        foreach (var (node, _) in DocumentWalker.Walk(description.Root))
        {
            if (References.Target(node) is { } target && References.TryResolve(description.Root, node) is null)
            {
                throw new SpecException(
                    description.Place(node["$ref"]!),
                    $"The reference '{target}' leads nowhere in this document; other documents are never fetched.",
                    "Correct the reference, or bundle the description into one file."
                );
            }
        }

        CheckCircularComposition(description);
    }

    private static void CheckVersion(Description description)
    {
        DescriptionVersion.RefuseSwagger(description);
        var version = description.Root["openapi"];
        if (version?.Type is JTokenType.String && ((string)version!).StartsWith("3.0", StringComparison.Ordinal))
        {
            return;
        }

        if (version is null)
        {
            throw new SpecException(
                description.Name,
                "There is no 'openapi' member at #/openapi, so this is not an OpenAPI 3.0 description.",
                "Pass an OpenAPI 3.0 file."
            );
        }

        throw new SpecException(
            description.Place(version),
            $"OpenAPI '{version.PlainText()}' is not supported here.",
            "Pass an OpenAPI 3.0 file."
        );
    }

    private static void CheckParts(Description description)
    {
        if (
            description.Root["info"].Member("version") is not JValue { Type: JTokenType.String } version
            || !IsSafeVersion((string)version!)
        )
        {
            throw new SpecException(
                $"{description.Name} #/info/version",
                "The version is missing, or has characters other than letters, digits, '.' and '-'.",
                Correct
            );
        }

        if (description.Root["paths"] is not JObject)
        {
            throw new SpecException($"{description.Name} #/paths", "There are no paths.", Correct);
        }

        foreach (var (node, kind) in DocumentWalker.Walk(description.Root))
        {
            foreach (var member in node.Properties())
            {
                if (
                    DocumentShape.TryChild(kind, member.Name, out var child, out var shape)
                    && child is not NodeKind.Value
                    && !Fits(member, shape)
                )
                {
                    throw new SpecException(
                        description.Place(member.Value),
                        $"'{member.Name}' must not be {member.Value.Type.ToString().ToLowerInvariant()} here.",
                        Correct
                    );
                }
            }
        }
    }

    private static bool Fits(JProperty member, ChildShape shape) =>
        shape switch
        {
            ChildShape.List => member.Value is JArray list && list.All(item => item is JObject),
            ChildShape.Map => member.Value is JObject map
                && map.Properties()
                    .All(entry => entry.Value is JObject || entry.Name.StartsWith("x-", StringComparison.Ordinal)),
            _ => member.Value is JObject
                || (member.Name == "additionalProperties" && member.Value.Type is JTokenType.Boolean),
        };

    /// <summary>Tells whether a version can be the name of a file, which cannot leave its folder.</summary>
    public static bool IsSafeVersion(string version) =>
        version.Length is > 0 and <= 40
        && char.IsAsciiLetterOrDigit(version[0])
        && version.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');

    private static void CheckCircularComposition(Description description)
    {
        var finished = new HashSet<JObject>();
        foreach (var schema in DocumentWalker.Schemas(description.Root))
        {
            Visit(description, schema, [], finished);
        }
    }

    private static void Visit(Description description, JObject schema, HashSet<JObject> path, HashSet<JObject> finished)
    {
        var target = References.Resolve(description.Root, schema);
        if (finished.Contains(target))
        {
            return;
        }

        if (!path.Add(target))
        {
            throw new SpecException(
                description.Place(target),
                "The schema is composed of itself (allOf, oneOf or anyOf lead back to it).",
                Correct
            );
        }

        foreach (var part in Parts(target))
        {
            Visit(description, part, path, finished);
        }

        path.Remove(target);
        finished.Add(target);
    }

    // A union that is a variant of itself does not end either, so the variants count here as parts do.
    private static IEnumerable<JObject> Parts(JObject schema) =>
        new[] { "allOf", "oneOf", "anyOf" }.SelectMany(keyword => Composition.Listed(schema, keyword));

    private static void CheckOperationIds(Description description)
    {
        var seen = new Dictionary<string, JToken>(StringComparer.Ordinal);
        foreach (var node in OperationNodes.All(description.Root).Select(operation => operation.Node))
        {
            if (node["operationId"] is not JValue { Type: JTokenType.String } id)
            {
                throw new SpecException(description.Place(node), "The operation has no operationId.", Correct);
            }

            if (!seen.TryAdd((string)id!, id))
            {
                throw new SpecException(
                    description.Place(id),
                    $"The operationId '{id}' is used twice; first at {JsonPointer.Of(seen[(string)id!])}.",
                    Correct
                );
            }
        }
    }
}
