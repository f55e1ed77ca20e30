using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>Two discriminated unions with a common member become one, because a class has one base.</summary>
internal sealed class MergeOverlappingUnions : IPass
{
    public string Name => "overlapping unions merged";

    public int Run(NormalisationContext context)
    {
        var owner = new Dictionary<string, string>(StringComparer.Ordinal);
        var merged = new Dictionary<string, string>(StringComparer.Ordinal);

        // The larger union first, so that it gives the name.
        foreach (
            var (name, schema) in context
                .Components()
                .OrderByDescending(entry => (entry.Schema["discriminator"]?["mapping"] as JObject)?.Count ?? 0)
        )
        {
            if (schema["discriminator"]?["mapping"] is not JObject mapping)
            {
                continue;
            }

            var members = mapping.PropertyValues().Select(value => References.SchemaName((string)value!)!).ToList();
            var into = members.Select(owner.GetValueOrDefault).FirstOrDefault(found => found is not null) ?? name;
            if (into != name)
            {
                var target = (JObject)context.Schemas[into]!["discriminator"]!;
                if ((string?)target["propertyName"] != (string?)schema["discriminator"]!["propertyName"])
                {
                    throw NormalisationContext.Undecided(
                        schema,
                        $"The unions {into} and {name} share a member but not the discriminator.",
                        "Decide in an action of the overlay."
                    );
                }

                ((JObject)target["mapping"]!).Merge(mapping);
                merged[name] = into;
            }

            foreach (var member in members)
            {
                owner[member] = into;
            }
        }

        foreach (var schema in DocumentWalker.Schemas(context.Root).ToList())
        {
            if (References.SchemaName(schema) is { } name && merged.TryGetValue(name, out var into))
            {
                schema["$ref"] = References.SchemaPrefix + into;
            }
        }

        foreach (var name in merged.Keys)
        {
            context.Schemas.Remove(name);
        }

        return merged.Count;
    }
}

/// <summary>A union with a discriminator becomes a base class; its members derive from it. An unknown value gives the base class, with all its data.</summary>
internal sealed class TypeDiscriminatedUnions : IPass
{
    public string Name => "discriminated unions typed";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        foreach (var (name, schema) in context.Components())
        {
            if (schema["discriminator"] is not JObject discriminator)
            {
                continue;
            }

            if (discriminator["mapping"] is not JObject { Count: > 0 } mapping)
            {
                throw NormalisationContext.Undecided(
                    schema,
                    "The discriminator has no mapping.",
                    "Add one in an action of the overlay."
                );
            }

            MakeBase(context, name, schema, (string)discriminator["propertyName"]!, mapping);
            count++;
        }

        return count;
    }

    private static void MakeBase(
        NormalisationContext context,
        string name,
        JObject schema,
        string property,
        JObject mapping
    )
    {
        var members = mapping
            .Properties()
            .Select(entry => (Value: entry.Name, Name: References.SchemaName((string)entry.Value!)!))
            .ToList();
        foreach (var form in SchemaFacts.Union(schema)?.OfType<JObject>() ?? [])
        {
            if (References.SchemaName(form) is not { } formName || members.All(member => member.Name != formName))
            {
                throw NormalisationContext.Undecided(
                    form,
                    $"This form of the union {name} has no discriminator value.",
                    "Add it to the mapping in an action of the overlay."
                );
            }
        }

        foreach (var keyword in new[] { "oneOf", "anyOf", "discriminator" })
        {
            schema.Remove(keyword);
        }

        if (schema["properties"] is not JObject own)
        {
            schema["properties"] = own = [];
        }

        schema["type"] = "object";
        if (own[property] is not JObject)
        {
            own[property] = new JObject { ["type"] = "string" };
        }

        ((JObject)own[property]!).Remove(Keywords.Constant);
        schema[Keywords.Union] = new JObject
        {
            ["property"] = property,
            ["members"] = new JArray(
                members.Select(member => new JObject { ["value"] = member.Value, ["name"] = member.Name })
            ),
        };

        PushDownConflicts(context, schema, own, property, members.Select(member => member.Name));
        foreach (var group in members.GroupBy(member => member.Name))
        {
            MakeMember(context, name, property, own, group.Key, group.Select(member => member.Value).ToList());
        }
    }

    private static void MakeMember(
        NormalisationContext context,
        string baseName,
        string property,
        JObject own,
        string memberName,
        List<string> values
    )
    {
        var member = (JObject)context.Schemas[memberName]!;
        if (member["properties"] is not JObject properties)
        {
            throw NormalisationContext.Undecided(
                member,
                $"The member of the union {baseName} is not an object.",
                "Decide in an action of the overlay."
            );
        }

        if (member[Keywords.Base] is { } other)
        {
            throw NormalisationContext.Undecided(
                member,
                $"The schema is a member of the unions {other} and {baseName}.",
                "Decide in an action of the overlay."
            );
        }

        foreach (var inherited in own.Properties().Select(p => p.Name).Append(property))
        {
            properties.Remove(inherited);
        }

        if (member["required"] is JArray required)
        {
            member["required"] = new JArray(required.Where(entry => properties[(string)entry!] is not null));
        }

        member[Keywords.Base] = baseName;

        // A member that stands for two values does not fix one.
        if (values.Count == 1)
        {
            member[Keywords.DiscriminatorValue] = values[0];
        }
    }

    // A property that base and member type differently belongs to the members.
    private static void PushDownConflicts(
        NormalisationContext context,
        JObject schema,
        JObject own,
        string discriminator,
        IEnumerable<string> memberNames
    )
    {
        var members = memberNames.Distinct().Select(name => (JObject)context.Schemas[name]!).ToList();
        foreach (var property in own.Properties().Where(property => property.Name != discriminator).ToList())
        {
            var signature = SchemaFacts.Signature((JObject)property.Value);
            if (
                members.All(member =>
                    member["properties"]?[property.Name] is not JObject same || SchemaFacts.Signature(same) == signature
                )
            )
            {
                continue;
            }

            property.Remove();
            (schema["required"] as JArray)?.FirstOrDefault(entry => (string?)entry == property.Name)?.Remove();
            foreach (var properties in members.Select(member => member["properties"]).OfType<JObject>())
            {
                if (properties[property.Name] is null)
                {
                    properties[property.Name] = property.Value.DeepClone();
                }
            }
        }
    }
}

/// <summary>A union without a discriminator is read by its shape and holds exactly one form.</summary>
internal sealed class TypeShapeUnions : IPass
{
    public string Name => "unions typed by shape";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        CollapseSingleForms(context);
        foreach (var (name, schema) in context.Components())
        {
            if (SchemaFacts.Union(schema) is not { } union)
            {
                continue;
            }

            if (SchemaFacts.IsObject(schema))
            {
                throw NormalisationContext.Undecided(
                    schema,
                    "A union without a discriminator has properties of its own.",
                    "Decide in an action of the overlay."
                );
            }

            Type(context, name, schema, [.. union.OfType<JObject>()]);
            count++;
        }

        return count;
    }

    // What stands beside a reference does not count in OpenAPI 3.0, so three references to one schema are one form.
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

        foreach (var schema in DocumentWalker.Schemas(context.Root).ToList())
        {
            if (References.SchemaName(schema) is { } name && same.TryGetValue(name, out var only))
            {
                schema["$ref"] = References.SchemaPrefix + only;
            }
        }

        foreach (var name in same.Keys)
        {
            context.Schemas.Remove(name);
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
                throw NormalisationContext.Undecided(
                    schema,
                    $"Two forms of the union {name} have the same shape, so a reader cannot tell them apart.",
                    "Decide in an action of the overlay."
                );
            }

            var property = (JObject)form.DeepClone();
            property[Keywords.Form] = shape;
            properties[FormName(form, target)] = property;
        }

        if (properties.Count != forms.Count)
        {
            throw NormalisationContext.Undecided(
                schema,
                $"Two forms of the union {name} have the same name.",
                $"Name them with '{Keywords.Name}' in the overlay."
            );
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

    private static JObject Shape(NormalisationContext context, JObject target)
    {
        if (!SchemaFacts.IsObject(target) && target[Keywords.Union] is null)
        {
            return new JObject
            {
                ["kind"] = SchemaFacts.Type(target) ?? "object",
                ["required"] = new JArray(),
                ["known"] = new JArray(),
            };
        }

        var discriminator = (string?)target[Keywords.Union]?["property"];
        var known = (target["properties"] as JObject ?? [])
            .Properties()
            .Select(p => p.Name)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var member in target[Keywords.Union]?["members"] as JArray ?? [])
        {
            known.UnionWith(
                (context.Schemas[(string)member["name"]!]!["properties"] as JObject ?? [])
                    .Properties()
                    .Select(p => p.Name)
            );
        }

        var required = (target["required"] as JArray ?? [])
            .Select(entry => (string)entry!)
            .ToHashSet(StringComparer.Ordinal);
        if (discriminator is not null)
        {
            required.Add(discriminator);
        }

        return new JObject
        {
            ["kind"] = "object",
            ["required"] = new JArray(required.Order(StringComparer.Ordinal)),
            ["known"] = new JArray(known.Order(StringComparer.Ordinal)),
        };
    }
}
