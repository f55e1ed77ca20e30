using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>A union whose forms are all strings is one open enum with the values of all, or plain text.</summary>
internal sealed class MergeStringUnions : IPass
{
    public string Name => "string unions merged";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        foreach (var schema in DocumentWalker.Schemas(context.Root).ToList())
        {
            if (SchemaFacts.Union(schema) is not { } union || schema["discriminator"] is not null)
            {
                continue;
            }

            var forms = union.OfType<JObject>().Select(form => (Form: form, Target: context.Resolve(form))).ToList();
            if (!forms.All(form => SchemaFacts.Type(form.Target) is "string"))
            {
                continue;
            }

            Merge(schema, forms);
            count++;
        }

        return count;
    }

    private static void Merge(JObject schema, List<(JObject Form, JObject Target)> forms)
    {
        schema.Remove("oneOf");
        schema.Remove("anyOf");
        var enums = forms.Where(form => form.Target["enum"] is not null).ToList();
        if (enums.Count == 1 && References.Target(enums[0].Form) is { } target)
        {
            // An open enum takes any text, so it covers the free form beside it.
            schema.Remove("type");
            schema["$ref"] = target;
            return;
        }

        schema["type"] = "string";
        if (enums.Count == 0)
        {
            return;
        }

        schema["enum"] = new JArray(
            enums.SelectMany(form => (JArray)form.Target["enum"]!).Select(value => (string?)value).Distinct()
        );
        if (enums.All(form => References.SchemaName(form.Form) is not null) && schema[Keywords.Name] is null)
        {
            schema[Keywords.Name] = string.Join("Or", enums.Select(form => References.SchemaName(form.Form)));
        }
    }
}

/// <summary>Forms that differ only in what they require are one model: a class cannot tell them apart, and need not.</summary>
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
