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
        var own = OwnNames(context.Components());
        var wanted = own.Values.ToHashSet(StringComparer.Ordinal);
        foreach (var (key, schema) in context.Components())
        {
            var isDecided = schema[Keywords.Name] is not null;
            var name = (isDecided ? null : KeptName(context, key, taken, wanted)) ?? own[key];
            if (Problem(key, name, taken) is { } problem)
            {
                name = ProposedName(key, taken, wanted);
                context.UndecidedName(
                    NormalisationContext
                        .About(schema, problem, "Give it another name in openapi/names.json.")
                        .WithName($"schemas/{key}", name)
                );
            }

            taken[name] = key;
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

    // A readable name that two schemas would have, or that is the plain name of another one, is given to neither.
    private static Dictionary<string, string> OwnNames(List<(string Name, JObject Schema)> components)
    {
        var plain = components.ToDictionary(entry => entry.Name, entry => PlainName(entry.Name, entry.Schema));
        var readable = components.ToDictionary(
            entry => entry.Name,
            entry => entry.Schema[Keywords.Name] is null ? TypeNames.Readable(plain[entry.Name]) : plain[entry.Name]
        );
        var claims = readable.Values.Concat(plain.Values.Distinct()).CountBy(name => name).ToDictionary();
        return components.ToDictionary(
            entry => entry.Name,
            entry => IsFree(readable[entry.Name], plain[entry.Name]) ? readable[entry.Name] : plain[entry.Name]
        );

        bool IsFree(string name, string other) => name == other || (claims[name] == 1 && !ReservedNames.Contains(name));
    }

    private static string PlainName(string key, JObject schema) =>
        (string?)schema[Keywords.Name] ?? Words.Pascal(key[(key.LastIndexOf('.') + 1)..]);

    // A schema that was renamed keeps its C# name, unless another schema has a right to it.
    private static string? KeptName(
        NormalisationContext context,
        string key,
        Dictionary<string, string> taken,
        HashSet<string> wanted
    )
    {
        var kept =
            context.Names.Locked(NameRegistry.RenamedSchemas, key)
            ?? context.Decisions.KeptNames.GetValueOrDefault(key);
        return kept is null || taken.ContainsKey(kept) || wanted.Contains(kept)
            ? null
            : context.Names.Give(NameRegistry.RenamedSchemas, key, null, kept);
    }

    private static string? Problem(string key, string name, Dictionary<string, string> taken)
    {
        if (ReservedNames.Contains(name))
        {
            return $"A model called {name} would clash with a type that C# files know already.";
        }

        return taken.TryGetValue(name, out var other)
            ? $"The schemas {other} and {key} would both be called {name}."
            : null;
    }

    // Pinterest.Lib.Error is proposed as PinterestLibError, Exception as ExceptionModel.
    private static string ProposedName(string key, Dictionary<string, string> taken, HashSet<string> wanted)
    {
        var whole = Words.Pascal(key);
        return key.Contains('.', StringComparison.Ordinal) && IsFree(whole)
            ? whole
            : FreeName.From(whole + "Model", IsFree);

        bool IsFree(string name) => !taken.ContainsKey(name) && !wanted.Contains(name) && !ReservedNames.Contains(name);
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
