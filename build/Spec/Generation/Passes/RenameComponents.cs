using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation.Naming;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>Gives each component schema the name of its C# type.</summary>
internal sealed class RenameComponents : IPass
{
    public string Name => "models renamed";

    public int Run(NormalisationContext context)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, schema) in context.Components())
        {
            var name = (string?)schema[Keywords.Name] ?? Words.Pascal(key[(key.LastIndexOf('.') + 1)..]);
            if (ReservedNames.Contains(name))
            {
                throw NormalisationContext.Undecided(
                    schema,
                    $"A model called {name} would clash with a type that C# files know already.",
                    "Give it another name in openapi/names.json."
                );
            }

            if (!taken.TryAdd(name, key))
            {
                throw NormalisationContext.Undecided(
                    schema,
                    $"The schemas {taken[name]} and {key} would both be called {name}.",
                    "Rename one in openapi/names.json."
                );
            }

            names[key] = name;
        }

        var renamed = new JObject(context.Components().Select(entry => new JProperty(names[entry.Name], entry.Schema)));
        context.Root["components"]!["schemas"] = renamed;
        foreach (var (node, kind) in DocumentWalker.Walk(context.Root).ToList())
        {
            Rename(node, kind, names);
        }

        context.ComponentTypes = names;
        return names.Count(entry => entry.Key != entry.Value);
    }

    private static void Rename(JObject node, NodeKind kind, Dictionary<string, string> names)
    {
        if (References.SchemaName(node) is { } name)
        {
            node["$ref"] = References.SchemaPrefix + names[name];
        }

        if (kind is not NodeKind.Discriminator || node["mapping"] is not JObject mapping)
        {
            return;
        }

        // A mapping may give a bare schema name as well as a pointer.
        foreach (var entry in mapping.Properties())
        {
            var target = (string)entry.Value!;
            entry.Value = References.SchemaPrefix + names[References.SchemaName(target) ?? target];
        }
    }
}
