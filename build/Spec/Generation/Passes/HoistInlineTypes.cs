using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation.Naming;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>
/// Gives each inline enum, object and union a name made of its parent and its property; equal ones share a type.
/// </summary>
internal sealed class HoistInlineTypes : IPass
{
    private const string Section = NameRegistry.InlineModels;

    private readonly Dictionary<string, string> _bySignature = new(StringComparer.Ordinal);
    private int _count;

    public string Name => "inline types hoisted";

    public int Run(NormalisationContext context)
    {
        _bySignature.Clear();
        _count = 0;
        foreach (var (name, schema) in context.Components())
        {
            if (SchemaFacts.IsStringEnum(schema))
            {
                _bySignature.TryAdd(SchemaFacts.Signature(schema), name);
            }
        }

        foreach (var (name, schema) in context.Components())
        {
            HoistChildren(context, schema, name);
        }

        foreach (var operation in context.Operations())
        {
            HoistOperation(context, operation);
        }

        return _count;
    }

    private void HoistOperation(NormalisationContext context, OperationNode operation)
    {
        var owner = OperationNames.TypePrefix(operation);
        foreach (var parameter in operation.OwnParameters)
        {
            if (parameter["schema"] is JObject schema)
            {
                Hoist(
                    context,
                    schema,
                    ParameterTypeName(schema, owner, (string)parameter["name"]!),
                    owner + Words.Pascal((string)parameter["name"]!)
                );
            }
        }

        if (Content(operation.Node["requestBody"]) is { } body)
        {
            Hoist(context, body, owner + "Request", owner + "RequestBody");
        }

        foreach (var response in ((JObject)operation.Node["responses"]!).Properties().ToList())
        {
            if (Content(response.Value) is { } schema)
            {
                Hoist(
                    context,
                    schema,
                    owner + (response.Name == "200" ? "Response" : "Error"),
                    owner + (response.Name == "200" ? "ResponseBody" : "ErrorBody")
                );
            }
        }
    }

    // NSwag types the JSON content, or else the first.
    private static JObject? Content(JToken? holder)
    {
        var content = holder.Member("content") as JObject;
        var chosen = content?["application/json"] ?? content?.PropertyValues().FirstOrDefault();
        return chosen.Member("schema") as JObject;
    }

    // A shared parameter's key says more than its name: query_pin_analytics_metric_types is called metric_types.
    private static string ParameterTypeName(JObject schema, string owner, string parameter)
    {
        var steps = JsonPointer.Steps(Places.Of(schema) ?? "").ToList();
        if (steps is not ["components", "parameters", _, ..])
        {
            return owner + Words.Pascal(parameter);
        }

        var key = steps[2][(steps[2].LastIndexOf('.') + 1)..];
        foreach (var prefix in new[] { "query_", "path_", "header_" })
        {
            if (key.StartsWith(prefix, StringComparison.Ordinal))
            {
                key = key[prefix.Length..];
            }
        }

        return Words.Pascal(key);
    }

    private void HoistChildren(NormalisationContext context, JObject schema, string name, string? second = null)
    {
        if (schema["items"] is JObject items)
        {
            Hoist(context, items, ItemName(name), second is null ? null : ItemName(second));
        }

        if (schema["additionalProperties"] is JObject value)
        {
            Hoist(context, value, name + "Value");
        }

        foreach (var property in (schema["properties"] as JObject ?? []).Properties().ToList())
        {
            Hoist(context, (JObject)property.Value, name + Words.Pascal(property.Name));
        }

        foreach (var (number, form) in (SchemaFacts.Union(schema)?.OfType<JObject>().ToList() ?? []).Index())
        {
            if (SchemaFacts.NeedsType(form) && form[Keywords.Name] is null)
            {
                NameForm(context, form, name, number);
            }

            Hoist(context, form, (string?)form[Keywords.Name] ?? name);
        }
    }

    private static string ItemName(string name) =>
        Words.Singular(name) is var singular && singular != name ? singular : name + "Item";

    // The second name is for when the description itself has given the first to something else.
    private void Hoist(NormalisationContext context, JObject schema, string rule, string? second = null)
    {
        if (References.Target(schema) is not null)
        {
            return;
        }

        if (!SchemaFacts.NeedsType(schema))
        {
            HoistChildren(context, schema, rule, second);
            return;
        }

        var place = Places.Of(schema) ?? JsonPointer.Of(schema);
        var isNullable = SchemaFacts.IsNullable(schema);
        var signature = SchemaFacts.Signature(schema);
        if (!_bySignature.TryGetValue(signature, out var name))
        {
            name = NewName(context, schema, place, Rule(context, rule, second));
            _bySignature[signature] = name;
            AddComponent(context, schema, name);
        }

        schema.RemoveAll();
        schema["$ref"] = References.SchemaPrefix + name;
        if (isNullable)
        {
            schema["nullable"] = true;
        }

        schema[Places.Keyword] = place;
    }

    // Where the readable name is taken, the whole path is the name.
    private static string Rule(NormalisationContext context, string rule, string? second)
    {
        if (IsFree(context, TypeNames.Readable(rule)))
        {
            return TypeNames.Readable(rule);
        }

        return second is not null && context.Schemas[rule] is not null ? second : rule;
    }

    // Two forms are told apart by the member that each demands; a number is no name, but says that one is missing.
    private static void NameForm(NormalisationContext context, JObject form, string union, int number)
    {
        var demanded = (form["required"] as JArray)?.FirstOrDefault().Text();
        var end = demanded is null ? $"Form{number + 1}" : $"With{Words.Pascal(demanded)}";
        form[Keywords.Name] = Free(context, TypeNames.Readable(union + end));
        context.UndecidedName(
            NormalisationContext
                .About(form, "A form of a union has no name.", $"Give it one with '{Keywords.Name}' in the overlay.")
                .WithAction(
                    NormalisationContext.PlaceOf(form),
                    new JProperty("update", new JObject { [Keywords.Name] = form[Keywords.Name] })
                )
        );
    }

    private static string Free(NormalisationContext context, string name) =>
        FreeName.From(name, free => IsFree(context, free));

    private static bool IsFree(NormalisationContext context, string name) =>
        context.Schemas[name] is null && !ReservedNames.Contains(name);

    private static string NewName(NormalisationContext context, JObject schema, string place, string rule)
    {
        var name = context.Names.Give(Section, place, (string?)schema[Keywords.Name], rule);
        if (IsFree(context, name))
        {
            return name;
        }

        var free = Free(context, name + "Type");
        context.UndecidedName(
            NormalisationContext
                .About(
                    schema,
                    $"The inline type would be called {name}, which is taken.",
                    $"Give it a name with '{Keywords.Name}' in the overlay."
                )
                .WithAction(place, new JProperty("update", new JObject { [Keywords.Name] = free }))
        );
        return context.Names.Give(Section, place, free, free);
    }

    private void AddComponent(NormalisationContext context, JObject schema, string name)
    {
        var component = (JObject)schema.DeepClone();
        component.Remove("nullable");
        context.Schemas[name] = component;
        _count++;
        HoistChildren(context, component, name);
    }
}
