using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>
/// A union with a discriminator becomes a base class, and its members derive from it. An unknown discriminator
/// value is read as the base class, with all its data.
/// </summary>
internal sealed class TypeDiscriminatedUnions : IPass
{
    public string Name => "discriminated unions typed";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        foreach (var (name, schema) in context.Components())
        {
            if (schema["discriminator"] is JObject discriminator)
            {
                if (Undecided(context, name, schema, discriminator) is { } problem)
                {
                    UntypedUnion.Make(context, schema, problem);
                    continue;
                }

                new Union(context, name, schema, discriminator).Type();
                count++;
            }
        }

        return count;
    }

    // Says why a union cannot be typed, or null.
    private static string? Undecided(NormalisationContext context, string name, JObject schema, JObject discriminator)
    {
        if (discriminator["mapping"] is not JObject { Count: > 0 } mapping)
        {
            return $"The discriminator of the union {name} has no mapping.";
        }

        var members = mapping.PropertyValues().Select(value => References.SchemaName((string)value!)!).ToHashSet();
        var forms = SchemaFacts.Union(schema)?.OfType<JObject>().Select(References.SchemaName) ?? [];
        if (forms.Any(form => form is null || !members.Contains(form)))
        {
            return $"A form of the union {name} has no discriminator value.";
        }

        return members.Select(member => MemberProblem(context, name, member)).FirstOrDefault(what => what is not null);
    }

    private static string? MemberProblem(NormalisationContext context, string union, string member)
    {
        var schema = (JObject)context.Schemas[member]!;
        if (schema["properties"] is not JObject)
        {
            return $"The member {member} of the union {union} is not an object.";
        }

        return schema[Keywords.Base] is { } other
            ? $"The schema {member} is a member of the unions {other} and {union}."
            : null;
    }

    private sealed class Union
    {
        private readonly NormalisationContext _context;
        private readonly string _name;
        private readonly JObject _schema;
        private readonly string _discriminator;
        private readonly List<(string Value, string Name)> _members;

        public Union(NormalisationContext context, string name, JObject schema, JObject discriminator)
        {
            _context = context;
            _name = name;
            _schema = schema;
            _discriminator = (string)discriminator["propertyName"]!;
            _members =
            [
                .. ((JObject)discriminator["mapping"]!)
                    .Properties()
                    .Select(entry => (entry.Name, References.SchemaName((string)entry.Value!)!)),
            ];
        }

        public void Type()
        {
            var own = MakeBase();
            PushDownConflicts(own);
            foreach (var member in _members.GroupBy(member => member.Name, member => member.Value))
            {
                MakeMember(own, (JObject)_context.Schemas[member.Key]!, [.. member]);
            }
        }

        // Gives the properties of the base.
        private JObject MakeBase()
        {
            foreach (var keyword in new[] { "oneOf", "anyOf", "discriminator" })
            {
                _schema.Remove(keyword);
            }

            if (_schema["properties"] is not JObject own)
            {
                _schema["properties"] = own = [];
            }

            _schema["type"] = "object";
            if (own[_discriminator] is not JObject property)
            {
                own[_discriminator] = property = new JObject { ["type"] = "string" };
            }

            property.Remove(Keywords.Constant);
            _schema[Keywords.Union] = new JObject
            {
                ["property"] = _discriminator,
                ["members"] = new JArray(
                    _members.Select(member => new JObject { ["value"] = member.Value, ["name"] = member.Name })
                ),
            };
            return own;
        }

        // A property that base and member type differently belongs to the members.
        private void PushDownConflicts(JObject own)
        {
            var members = _members
                .Select(member => member.Name)
                .Distinct()
                .Select(name => (JObject)_context.Schemas[name]!)
                .ToList();
            foreach (var property in own.Properties().Where(property => property.Name != _discriminator).ToList())
            {
                if (members.TrueForAll(member => Agrees(member, property)))
                {
                    continue;
                }

                property.Remove();
                (_schema["required"] as JArray)?.FirstOrDefault(entry => (string?)entry == property.Name)?.Remove();
                foreach (var properties in members.Select(member => member["properties"]).OfType<JObject>())
                {
                    if (properties[property.Name] is null)
                    {
                        properties[property.Name] = property.Value.DeepClone();
                    }
                }
            }
        }

        private static bool Agrees(JObject member, JProperty property) =>
            member["properties"]?[property.Name] is not JObject same
            || SchemaFacts.Signature(same) == SchemaFacts.Signature((JObject)property.Value);

        private void MakeMember(JObject own, JObject member, IReadOnlyList<string> values)
        {
            var properties = (JObject)member["properties"]!;
            foreach (var inherited in own.Properties().Select(property => property.Name).Append(_discriminator))
            {
                properties.Remove(inherited);
            }

            if (member["required"] is JArray required)
            {
                member["required"] = new JArray(required.Where(entry => properties[(string)entry!] is not null));
            }

            member[Keywords.Base] = _name;

            // A member that stands for two values does not fix one.
            if (values.Count == 1)
            {
                member[Keywords.DiscriminatorValue] = values[0];
            }
        }
    }
}
