using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>
/// Turns <c>allOf: [$ref, annotation]</c> into the reference. Beside a reference only nullability and our own words
/// are kept.
/// </summary>
internal sealed class CollapseAnnotatedReferences : IPass
{
    private static readonly string[] Kept =
    [
        "readOnly",
        "deprecated",
        "description",
        Keywords.Name,
        Keywords.Summary,
        Places.Keyword,
    ];

    public string Name => "annotated references collapsed";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        foreach (var (node, kind) in DocumentWalker.Walk(context.Root).ToList())
        {
            if (kind is not NodeKind.Schema)
            {
                continue;
            }

            var isComponent = context.ComponentName(node) is not null;
            if (
                node["allOf"] is JArray parts
                && TheOneReference(node, parts) is { } reference
                && !(isComponent && IsModel(context.Resolve(reference)))
            )
            {
                var isNullable =
                    node["nullable"].IsTrue() || parts.OfType<JObject>().Any(part => part["nullable"].IsTrue());
                Collapse(node, (string)reference["$ref"]!, isNullable);
                count++;
            }
            else if (
                References.Target(node) is { } target
                && node.Properties()
                    .Any(member => member.Name is not "$ref" and not "nullable" && !Kept.Contains(member.Name))
            )
            {
                Collapse(node, target, node["nullable"].IsTrue());
                count++;
            }
        }

        return count + FollowAliases(context);
    }

    // A component that repeats another model keeps its own class: it may be a member of a union, and may grow.
    private static bool IsModel(JObject schema) =>
        SchemaFacts.Type(schema) is "object" || SchemaFacts.IsObject(schema) || schema["allOf"] is not null;

    private static JObject? TheOneReference(JObject node, JArray parts)
    {
        var references = parts.OfType<JObject>().Where(part => References.Target(part) is not null).ToList();
        var rest = parts.OfType<JObject>().Where(part => References.Target(part) is null);
        var hasOwnShape = node.Properties()
            .Any(member =>
                member.Name is "properties" or "oneOf" or "anyOf" or "discriminator" or "items" or "enum" or "required"
            );
        return references.Count == 1 && !hasOwnShape && rest.All(SchemaFacts.IsAnnotation) ? references[0] : null;
    }

    private static void Collapse(JObject node, string target, bool isNullable)
    {
        var kept = Kept.Where(keyword => node[keyword] is not null)
            .Select(keyword => new JProperty(keyword, node[keyword]!.DeepClone()))
            .ToList();
        node.RemoveAll();
        node["$ref"] = target;
        if (isNullable)
        {
            node["nullable"] = true;
        }

        foreach (var member in kept)
        {
            node.Add(member);
        }
    }

    // A component that is nothing but another component needs no type of its own.
    private static int FollowAliases(NormalisationContext context)
    {
        var aliases = context
            .Components()
            .Where(entry => References.SchemaName(entry.Schema) is not null)
            .ToDictionary(entry => entry.Name, entry => entry.Schema, StringComparer.Ordinal);
        foreach (var schema in DocumentWalker.Schemas(context.Root).ToList())
        {
            while (References.SchemaName(schema) is { } name && aliases.TryGetValue(name, out var alias))
            {
                schema["$ref"] = (string)alias["$ref"]!;
                if (SchemaFacts.IsNullable(alias))
                {
                    schema["nullable"] = true;
                }
            }
        }

        foreach (var alias in aliases.Keys)
        {
            context.Schemas.Remove(alias);
        }

        return aliases.Count;
    }
}
