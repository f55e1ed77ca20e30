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
                new Union(context, name, schema, discriminator).Type();
                count++;
            }
        }

        return count;
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
            if (discriminator["mapping"] is not JObject { Count: > 0 } mapping)
            {
                throw NormalisationContext.Undecided(
                    schema,
                    "The discriminator has no mapping.",
                    "Add one in an action of the overlay."
                );
            }

            _context = context;
            _name = name;
            _schema = schema;
            _discriminator = (string)discriminator["propertyName"]!;
            _members =
            [
                .. mapping.Properties().Select(entry => (entry.Name, References.SchemaName((string)entry.Value!)!)),
            ];
        }

        public void Type()
        {
            CheckVariants();
            var own = MakeBase();
            PushDownConflicts(own);
            foreach (var member in _members.GroupBy(member => member.Name, member => member.Value))
            {
                MakeMember(own, (JObject)_context.Schemas[member.Key]!, [.. member]);
            }
        }

        private void CheckVariants()
        {
            foreach (var variant in SchemaFacts.Union(_schema)?.OfType<JObject>() ?? [])
            {
                var name = References.SchemaName(variant);
                if (name is null || _members.TrueForAll(member => member.Name != name))
                {
                    throw NormalisationContext.Undecided(
                        variant,
                        $"This form of the union {_name} has no discriminator value.",
                        "Add it to the mapping in an action of the overlay."
                    );
                }
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
            var properties = CheckMember(member);
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

        private JObject CheckMember(JObject member)
        {
            if (member["properties"] is not JObject properties)
            {
                throw NormalisationContext.Undecided(
                    member,
                    $"The member of the union {_name} is not an object.",
                    "Decide in an action of the overlay."
                );
            }

            if (member[Keywords.Base] is { } other)
            {
                throw NormalisationContext.Undecided(
                    member,
                    $"The schema is a member of the unions {other} and {_name}.",
                    "Decide in an action of the overlay."
                );
            }

            return properties;
        }
    }
}
