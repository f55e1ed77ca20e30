using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>
/// Rewrites an OpenAPI 3.1 description as the 3.0 description that means the same to a client, so that what knows 3.0
/// only can read it. Limits that 3.0 cannot say are left out, because a client does not check values.
/// </summary>
internal static class OpenApi31
{
    private const string Components = "#/components/schemas";

    /// <summary>Tells whether a document says that it is of 3.1 or a later 3.</summary>
    public static bool Is(JObject root) =>
        root["openapi"].Text() is { } version
        && version.StartsWith("3.", StringComparison.Ordinal)
        && !version.StartsWith("3.0", StringComparison.Ordinal);

    /// <summary>Rewrites a description in place.</summary>
    /// <param name="description">The description. Its tokens keep their lines.</param>
    /// <exception cref="SpecException">It has what 3.0 cannot say: a dynamic reference, or no paths.</exception>
    public static void Rewrite(Description description)
    {
        var root = description.Root;
        root["openapi"] = "3.0.3";
        if (root["paths"] is not JObject)
        {
            throw new SpecException(
                $"{description.Name} #/paths",
                "There are no paths: a client needs operations, and webhooks are none.",
                "Pass a description that has paths."
            );
        }

        CopyPathItems(root);
        MoveDefinitions(root);
        foreach (var (node, kind) in DocumentWalker.Walk(root))
        {
            switch (kind)
            {
                case NodeKind.Schema:
                    RefuseDynamic(description, node);
                    OpenApi31Schema.Rewrite(node);
                    break;
                // 3.1 needs no responses; the client then knows of no body.
                case NodeKind.Operation:
                    node["responses"] ??= new JObject { ["200"] = new JObject { ["description"] = "" } };
                    break;
                case NodeKind.Parameter or NodeKind.MediaType when node["schema"] is JValue { Value: bool }:
                    node["schema"] = new JObject();
                    break;
            }
        }

        DropUnknownSchemes(root);
    }

    // A schema may be true in 3.1, also where components list it. The walk sees objects only.
    private static void MoveDefinitions(JObject root)
    {
        OpenApi31Booleans.OpenBooleans(root["components"].Member("schemas") as JObject);
        var moved = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var schema in DocumentWalker.Schemas(root).ToList())
        {
            OpenApi31Booleans.WrapBooleans(schema);
        }

        // A definition may hold definitions, so the list of what is moved grows while it is read.
        var pending = new Queue<JObject>(DocumentWalker.Schemas(root));
        while (pending.TryDequeue(out var schema))
        {
            if (schema["$defs"] is not JObject definitions)
            {
                continue;
            }

            var owner = JsonPointer.Of(schema);
            schema.Remove("$defs");
            OpenApi31Booleans.OpenBooleans(definitions);
            foreach (var definition in definitions.Properties().Where(entry => entry.Value is JObject).ToList())
            {
                var name = FreeName(root, $"{JsonPointer.Steps(owner).Last()}_{definition.Name}");
                var pointer = JsonPointer.Append(JsonPointer.Append(owner, "$defs"), definition.Name);
                moved[pointer] = JsonPointer.Append(Components, name);
                var node = (JObject)definition.Value;
                definition.Value = new JObject();
                Schemas(root)[name] = node;
                foreach (var inner in DocumentWalker.Schemas(node, NodeKind.Schema).ToList())
                {
                    OpenApi31Booleans.WrapBooleans(inner);
                    pending.Enqueue(inner);
                }
            }
        }

        Redirect(root, moved);
    }

    // A reference may lead below a definition: #/components/schemas/A/$defs/B/properties/c. The longest start counts.
    private static void Redirect(JObject root, Dictionary<string, string> moved)
    {
        if (moved.Count == 0)
        {
            return;
        }

        foreach (var schema in DocumentWalker.Schemas(root))
        {
            for (var hop = 0; References.Target(schema) is { } target && hop < DescriptionReader.MaxDepth; hop++)
            {
                if (
                    moved
                        .Keys.Where(start =>
                            target == start || target.StartsWith(start + "/", StringComparison.Ordinal)
                        )
                        .MaxBy(start => start.Length)
                    is not { } longest
                )
                {
                    break;
                }

                schema["$ref"] = moved[longest] + target[longest.Length..];
            }
        }
    }

    private static JObject Schemas(JObject root)
    {
        if (root["components"] is not JObject components)
        {
            root["components"] = components = [];
        }

        if (components["schemas"] is not JObject schemas)
        {
            components["schemas"] = schemas = [];
        }

        return schemas;
    }

    private static string FreeName(JObject root, string wanted)
    {
        var schemas = Schemas(root);
        var name = new string([.. wanted.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')]);
        var free = name;
        for (var number = 2; schemas.ContainsKey(free); number++)
        {
            free = $"{name}_{number}";
        }

        return free;
    }

    // 3.0 has no shared path items among the components.
    private static void CopyPathItems(JObject root)
    {
        foreach (var path in ((JObject)root["paths"]!).Properties().ToList())
        {
            if (
                path.Value is JObject written
                && References.Target(written)?.StartsWith("#/components/pathItems/", StringComparison.Ordinal) == true
                && References.TryResolve(root, written) is { } shared
            )
            {
                path.Value = shared.DeepClone();
            }
        }
    }

    private static void RefuseDynamic(Description description, JObject schema)
    {
        if (schema["$dynamicRef"] is { } dynamic)
        {
            throw new SpecException(
                description.Place(dynamic),
                "The reference '$dynamicRef' depends on who uses the schema, and a client has one type for it.",
                "Write a '$ref' to the schema that is meant."
            );
        }
    }

    // mutualTLS is new in 3.1; the client sends no certificate.
    private static void DropUnknownSchemes(JObject root)
    {
        foreach (
            var scheme in (root["components"].Member("securitySchemes") as JObject ?? [])
                .Properties()
                .Where(scheme => scheme.Value.Member("type").Text() == "mutualTLS")
                .ToList()
        )
        {
            scheme.Remove();
        }
    }
}
