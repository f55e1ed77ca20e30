using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>Merges each allOf into one schema without losing a property.</summary>
internal sealed class FlattenAllOf : IPass
{
    public string Name => "allOf flattened";

    public int Run(NormalisationContext context)
    {
        var count = 0;

        // Parents are visited before children, so a schema that a parent takes from a part is flattened later.
        foreach (var schema in DocumentWalker.Schemas(context.Root))
        {
            if (schema["allOf"] is null)
            {
                continue;
            }

            var flat = Flatten(context, schema, context.ComponentName(schema));
            schema.RemoveAll();
            foreach (var member in flat.Properties().ToList())
            {
                member.Remove();
                schema.Add(member);
            }

            count++;
        }

        return count;
    }

    private static JObject Flatten(NormalisationContext context, JObject schema, string? member)
    {
        if (References.Target(schema) is not null)
        {
            var target = Flatten(context, context.Resolve(schema), member);
            target.Remove(Places.Keyword);
            target.Remove(Keywords.Name);

            // The discriminator mapping of the parent lists its subtypes. A subtype must not inherit it.
            if (
                target["discriminator"]?["mapping"] is JObject mapping
                && mapping.PropertyValues().Any(value => References.SchemaName((string)value!) == member)
            )
            {
                foreach (var keyword in new[] { "discriminator", "oneOf", "anyOf" })
                {
                    target.Remove(keyword);
                }
            }

            return target;
        }

        var own = (JObject)schema.DeepClone();
        if (own["allOf"] is not JArray)
        {
            return own;
        }

        own.Remove("allOf");
        var result = new JObject();
        foreach (var part in Composition.AllOf(schema))
        {
            Merge(context, result, Flatten(context, part, member));
        }

        Merge(context, result, own);
        return result;
    }

    private static void Merge(NormalisationContext context, JObject into, JObject from)
    {
        foreach (var member in from.Properties())
        {
            var value = member.Value.DeepClone();
            switch (member.Name)
            {
                case "properties":
                    MergeProperties(context, into, (JObject)value);
                    break;
                case "required":
                    into["required"] = new JArray(
                        (into["required"] as JArray ?? [])
                            .Concat((JArray)value)
                            .Select(name => (string?)name)
                            .Distinct()
                    );
                    break;

                // additionalProperties: false of one part would forbid the members of the other parts, so it is dropped.
                case "additionalProperties" when value.Type is JTokenType.Boolean:
                    break;
                default:
                    into[member.Name] = value;
                    break;
            }
        }
    }

    private static void MergeProperties(NormalisationContext context, JObject into, JObject properties)
    {
        if (into["properties"] is not JObject merged)
        {
            into["properties"] = merged = [];
        }

        foreach (var property in properties.Properties())
        {
            var incoming = (JObject)property.Value.DeepClone();
            merged[property.Name] = merged[property.Name] is JObject known
                ? MergeProperty(context, known, incoming)
                : incoming;
        }
    }

    // The later part says more, unless it only annotates; two types that cannot both hold need a decision.
    private static JObject MergeProperty(NormalisationContext context, JObject known, JObject incoming)
    {
        if (
            References.Target(incoming) is null
            && SchemaFacts.IsAnnotation(incoming)
            && (
                SchemaFacts.Type(incoming) is null
                || SchemaFacts.Type(incoming) == SchemaFacts.Type(context.Resolve(known))
            )
        )
        {
            var annotated = (JObject)known.DeepClone();
            if (SchemaFacts.IsNullable(incoming))
            {
                annotated["nullable"] = true;
            }

            return annotated;
        }

        var (before, after) = (SchemaFacts.Type(context.Resolve(known)), SchemaFacts.Type(context.Resolve(incoming)));
        if (before is not null && after is not null && before != after)
        {
            context.Undecided(
                NormalisationContext
                    .About(
                        incoming,
                        $"Two parts of an allOf give this property the types {before} and {after}.",
                        "Decide in an action of the overlay."
                    )
                    .WithAction(NormalisationContext.PlaceOf(known), new JProperty("remove", true))
            );
        }

        return incoming;
    }
}
