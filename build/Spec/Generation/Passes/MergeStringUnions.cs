using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>
/// A union whose variants are all strings becomes one open enum with the values of all, or plain text.
/// </summary>
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
            // An open enum takes any text, so it covers the plain text beside it.
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
