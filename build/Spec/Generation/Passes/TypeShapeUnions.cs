using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>A union without a discriminator is read by its shape and holds exactly one variant.</summary>
internal sealed class TypeShapeUnions : IPass
{
    public string Name => "unions typed by shape";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        CollapseSingleForms(context);

        // A union that is typed already is one no longer, so the forms of all are found first.
        var unions = context
            .Components()
            .Where(entry => SchemaFacts.Union(entry.Schema) is not null)
            .Select(entry => (entry.Name, entry.Schema, Forms: FormsOf(context, entry.Schema)))
            .ToList();
        foreach (var (name, schema, forms) in unions)
        {
            if (SchemaFacts.IsObject(schema))
            {
                UntypedUnion.Make(
                    context,
                    schema,
                    $"The union {name} has no discriminator, and properties of its own."
                );
                continue;
            }

            Type(context, name, schema, forms);
            count++;
        }

        return count;
    }

    // OpenAPI 3.0 ignores keywords beside a reference, so three references to one schema are one variant.
    private static void CollapseSingleForms(NormalisationContext context)
    {
        var same = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, schema) in context.Components())
        {
            var forms = SchemaFacts.Union(schema)?.OfType<JObject>().Select(References.SchemaName).Distinct().ToList();
            if (forms is [{ } only] && !SchemaFacts.IsObject(schema))
            {
                same[name] = only;
            }
        }

        context.Redirect(same);
    }

    // A form that is such a union itself stands for its own forms, so that each of them converts to the outer one. Each
    // schema is followed once: unions that lead to each other have more ways through them than anybody can count.
    private static List<JObject> FormsOf(NormalisationContext context, JObject schema)
    {
        var forms = new List<JObject>();
        var followed = new HashSet<JObject>(ReferenceEqualityComparer.Instance as IEqualityComparer<JObject>)
        {
            schema,
        };
        AddForms(context, schema, followed, forms);
        return forms;
    }

    private static void AddForms(
        NormalisationContext context,
        JObject union,
        HashSet<JObject> followed,
        List<JObject> forms
    )
    {
        foreach (var form in SchemaFacts.Union(union)!.OfType<JObject>())
        {
            var target = context.Resolve(form);
            if (
                target["discriminator"] is not null
                || SchemaFacts.IsObject(target)
                || SchemaFacts.Union(target) is null
            )
            {
                forms.Add(form);
            }
            else if (followed.Add(target))
            {
                AddForms(context, target, followed, forms);
            }
        }
    }

    private static void Type(NormalisationContext context, string name, JObject schema, List<JObject> forms)
    {
        var properties = new JObject();
        var shapes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var form in forms)
        {
            var target = context.Resolve(form);
            var shape = Shape(context, target);
            if (!shapes.Add(shape.ToString(Newtonsoft.Json.Formatting.None)))
            {
                UntypedUnion.Make(
                    context,
                    schema,
                    $"Two forms of the union {name} have the same shape, so a reader cannot tell them apart."
                );
                return;
            }

            var property = (JObject)form.DeepClone();
            property[Keywords.Form] = shape;
            properties[FormName(form, target)] = property;
        }

        if (properties.Count != forms.Count)
        {
            UntypedUnion.Make(context, schema, $"Two forms of the union {name} have the same name.");
            return;
        }

        foreach (var keyword in new[] { "oneOf", "anyOf", "required" })
        {
            schema.Remove(keyword);
        }

        schema["type"] = "object";
        schema["properties"] = properties;
        schema[Keywords.ShapeUnion] = true;
    }

    private static string FormName(JObject form, JObject target) =>
        References.SchemaName(form)
        ?? (string?)form[Keywords.Name]
        ?? SchemaFacts.Type(target) switch
        {
            "string" => "Text",
            "integer" => "Integer",
            "number" => "Number",
            "boolean" => "Boolean",
            "array" => "List",
            _ => "Object",
        };

    // A variant is recognised by its kind of JSON, its required members and its known members.
    private static JObject Shape(NormalisationContext context, JObject target)
    {
        if (!SchemaFacts.IsObject(target) && target[Keywords.Union] is null)
        {
            return Shape(SchemaFacts.Type(target) ?? "object", [], []);
        }

        var required = (target["required"] as JArray ?? []).Select(entry => (string)entry!);
        if ((string?)target[Keywords.Union]?["property"] is { } discriminator)
        {
            required = required.Append(discriminator);
        }

        var members = (target[Keywords.Union]?["members"] as JArray ?? [])
            .Select(member => (JObject)context.Schemas[(string)member["name"]!]!)
            .Prepend(target);
        return Shape("object", required, members.SelectMany(PropertyNames));
    }

    private static IEnumerable<string> PropertyNames(JObject schema) =>
        (schema["properties"] as JObject ?? []).Properties().Select(property => property.Name);

    private static JObject Shape(string kind, IEnumerable<string> required, IEnumerable<string> known) =>
        new()
        {
            ["kind"] = kind,
            ["required"] = new JArray(required.Distinct().Order(StringComparer.Ordinal)),
            ["known"] = new JArray(known.Distinct().Order(StringComparer.Ordinal)),
        };
}
