using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>Variants that differ only in their required members are one model: their classes would be equal.</summary>
internal sealed class MergeRequiredOnlyForms : IPass
{
    public string Name => "forms that only require merged";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        foreach (var schema in DocumentWalker.Schemas(context.Root).ToList())
        {
            if (SchemaFacts.Union(schema) is not { } union || schema["discriminator"] is not null)
            {
                continue;
            }

            var forms = union.OfType<JObject>().ToList();
            if (
                forms.Any(form => References.Target(form) is not null || !SchemaFacts.IsObject(form))
                || forms.Select(Members).Distinct().Count() != 1
            )
            {
                continue;
            }

            Merge(schema, forms);
            count++;
        }

        return count;
    }

    private static string Members(JObject form)
    {
        var copy = (JObject)form.DeepClone();
        copy.Remove("required");
        return SchemaFacts.Signature(copy);
    }

    private static void Merge(JObject schema, List<JObject> forms)
    {
        schema.Remove("oneOf");
        schema.Remove("anyOf");
        if (schema["properties"] is not JObject properties)
        {
            schema["properties"] = properties = [];
        }

        foreach (var property in ((JObject)forms[0]["properties"]!).Properties())
        {
            properties[property.Name] ??= property.Value.DeepClone();
        }

        var always = forms
            .Select(form => (form["required"] as JArray ?? []).Select(name => (string?)name))
            .Aggregate((all, next) => all.Intersect(next));
        schema["required"] = new JArray(
            (schema["required"] as JArray ?? []).Select(name => (string?)name).Union(always)
        );
    }
}
