using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>Drops models that no operation can reach.</summary>
internal sealed class PruneUnused(string name) : IPass
{
    public string Name => name;

    public int Run(NormalisationContext context)
    {
        (context.Root["components"] as JObject)?.Remove("parameters");
        var used = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Queue<string>(
            context.Operations().SelectMany(operation => Names(operation.Node, NodeKind.Operation))
        );
        while (pending.TryDequeue(out var name))
        {
            if (!used.Add(name) || context.Schemas[name] is not JObject schema)
            {
                continue;
            }

            foreach (var next in Names(schema, NodeKind.Schema))
            {
                pending.Enqueue(next);
            }
        }

        var unused = context.Components().Select(entry => entry.Name).Where(name => !used.Contains(name)).ToList();
        foreach (var schema in unused)
        {
            context.Schemas.Remove(schema);
        }

        return unused.Count;
    }

    private static IEnumerable<string> Names(JObject node, NodeKind kind)
    {
        foreach (var (child, _) in DocumentWalker.Walk(node, kind))
        {
            if (References.SchemaName(child) is { } name)
            {
                yield return name;
            }

            if ((string?)child[Keywords.Base] is { } parent)
            {
                yield return parent;
            }

            foreach (var target in (child["discriminator"]?["mapping"] as JObject ?? []).PropertyValues())
            {
                yield return References.SchemaName((string)target!) ?? (string)target!;
            }

            foreach (var member in child[Keywords.Union]?["members"] as JArray ?? [])
            {
                yield return (string)member["name"]!;
            }
        }
    }
}
