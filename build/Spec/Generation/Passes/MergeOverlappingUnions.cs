using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>Two discriminated unions with a common member become one, because a class has one base.</summary>
internal sealed class MergeOverlappingUnions : IPass
{
    public string Name => "overlapping unions merged";

    public int Run(NormalisationContext context)
    {
        var merged = Merge(context);
        context.Redirect(merged);
        return merged.Count;
    }

    // Gives the unions that were merged, each with the one that it is part of now.
    private static Dictionary<string, string> Merge(NormalisationContext context)
    {
        var owner = new Dictionary<string, string>(StringComparer.Ordinal);
        var merged = new Dictionary<string, string>(StringComparer.Ordinal);

        // The larger union first, so that it gives the name.
        foreach (
            var (name, schema) in context.Components().OrderByDescending(entry => Mapping(entry.Schema)?.Count ?? 0)
        )
        {
            if (Mapping(schema) is not { } mapping)
            {
                continue;
            }

            var members = mapping.PropertyValues().Select(value => References.SchemaName((string)value!)!).ToList();
            var into = members.Select(owner.GetValueOrDefault).FirstOrDefault(found => found is not null) ?? name;
            if (into != name)
            {
                if (!TryMerge(context, (name, schema), into))
                {
                    continue;
                }

                merged[name] = into;
            }

            foreach (var member in members)
            {
                owner[member] = into;
            }
        }

        return merged;
    }

    // A union that cannot be merged is read as any JSON until somebody decides.
    private static bool TryMerge(NormalisationContext context, (string Name, JObject Schema) union, string into)
    {
        var target = (JObject)context.Schemas[into]!;
        if (
            (string?)target["discriminator"]!["propertyName"] != (string?)union.Schema["discriminator"]!["propertyName"]
        )
        {
            UntypedUnion.Make(
                context,
                union.Schema,
                $"The unions {into} and {union.Name} share a member but not the discriminator."
            );
            return false;
        }

        Mapping(target)!.Merge(Mapping(union.Schema)!);
        return true;
    }

    private static JObject? Mapping(JObject schema) => schema["discriminator"]?["mapping"] as JObject;
}
