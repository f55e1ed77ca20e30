using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation.Naming;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>Names the members of models and the values of enums.</summary>
internal sealed class NameMembers : IPass
{
    // What every C# type has.
    private static readonly string[] OfObject =
    [
        "Equals",
        "GetHashCode",
        "GetType",
        "ToString",
        "MemberwiseClone",
        "ReferenceEquals",
        "Finalize",
    ];

    // Classes that the generated code calls by their short names, and what it implements of our interfaces.
    private static readonly string[] NamedByCode =
    [
        "Codec",
        "Codecs",
        "CreateFor",
        "DiscriminatorName",
        "Forms",
        "System",
        "UnixSeconds",
    ];

    private static readonly HashSet<string> TakenByModels =
    [
        .. OfObject,
        "AdditionalProperties",
        "ReadMember",
        "WriteMembers",
        "GetMembers",
        "OwnMembers",
        "AllMembers",
        "MemberCount",
        "OwnCodec",
        "ClearMember",
        "ReadFrom",
        "ReadProperty",
        "WriteTo",
        "Read",
        "Clear",
        "ForgetDiscriminator",
        "HasAdditional",
        "IsExplicitNull",
        "LacksItems",
        .. NamedByCode,
    ];

    private static readonly HashSet<string> TakenByUnions =
    [
        .. OfObject,
        "Value",
        "Get",
        "Is",
        "AllForms",
        "OwnCodec",
        .. NamedByCode,
    ];

    private static readonly HashSet<string> TakenByEnums =
    [
        .. OfObject,
        "Value",
        "Known",
        "IsKnown",
        "KnownValues",
        "From",
        "OwnCodec",
        .. NamedByCode,
    ];

    public string Name => "members named";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        foreach (var (name, schema) in context.Components())
        {
            context.Names.Give("models", name, null, name);
            if (SchemaFacts.IsStringEnum(schema))
            {
                count += NameValues(context, name, schema);
            }
            else if (schema["properties"] is JObject properties)
            {
                count += NameProperties(context, name, schema, properties);
            }
        }

        foreach (var (_, schema) in context.Components())
        {
            TellDiscriminator(context, schema);
        }

        return count;
    }

    // The constructor of a union's member sets a property that its base class has.
    private static void TellDiscriminator(NormalisationContext context, JObject schema)
    {
        if (UnionOf(context, schema) is { } union)
        {
            var property = union["properties"]![(string)union[Keywords.Union]!["property"]!]!;
            schema[Keywords.DiscriminatorMember] = property[Keywords.Name]!.DeepClone();
        }
    }

    private static JObject? UnionOf(NormalisationContext context, JObject schema)
    {
        if (schema[Keywords.Union] is not null)
        {
            return schema;
        }

        return (string?)schema[Keywords.Base] is { } parent ? (JObject)context.Schemas[parent]! : null;
    }

    private static int NameProperties(NormalisationContext context, string model, JObject schema, JObject properties)
    {
        var used = new HashSet<string>(StringComparer.Ordinal) { model };
        if ((string?)schema[Keywords.Base] is { } parent && context.Schemas[parent]?["properties"] is JObject inherited)
        {
            used.UnionWith(
                inherited
                    .Properties()
                    .Select(property => (string?)property.Value[Keywords.Name] ?? Words.Pascal(property.Name))
            );
        }

        var isUnion = schema[Keywords.ShapeUnion].IsTrue();
        var taken = isUnion ? TakenByUnions : TakenByModels;
        foreach (var property in properties.Properties())
        {
            var rule = isUnion ? property.Name : Words.Pascal(property.Name);
            if (taken.Contains(rule) || used.Contains(rule))
            {
                rule += "Value";
            }

            var name = context.Names.Give(
                "members",
                $"{model}.{property.Name}",
                (string?)property.Value[Keywords.Name],
                rule
            );
            if (!used.Add(name))
            {
                var open = NormalisationContext.About(
                    (JObject)property.Value,
                    $"Two members of {model} would be called {name}.",
                    $"Name one in openapi/names.json, or with '{Keywords.Name}' in the overlay."
                );
                name = FreeName.From(name, free => !used.Contains(free));
                context.UndecidedName(
                    open.WithAction(
                        NormalisationContext.PlaceOf((JObject)property.Value),
                        new JProperty("update", new JObject { [Keywords.Name] = name })
                    )
                );
                used.Add(name);
            }

            property.Value[Keywords.Name] = name;
        }

        return properties.Count;
    }

    private static int NameValues(NormalisationContext context, string model, JObject schema)
    {
        var values = ((JArray)schema["enum"]!)
            .Where(value => value.Type is not JTokenType.Null)
            .Select(value => (string)value!)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var used = new Dictionary<string, string>(StringComparer.Ordinal) { [model] = model };
        var names = new JArray();
        var decisions = schema[Keywords.Values] as JObject;
        foreach (var value in values)
        {
            var rule = ValueRule(model, value);
            if (used.ContainsKey(rule))
            {
                rule += CaseOf(value);
            }

            var name = context.Names.Give("values", $"{model}.{value}", (string?)decisions?[value], rule);
            if (!used.TryAdd(name, value))
            {
                var open = NormalisationContext.About(
                    schema,
                    $"The values '{used[name]}' and '{value}' of {model} would both be called {name}.",
                    $"Name one with '{Keywords.Values}' in the overlay."
                );
                name = FreeName.From(name, free => !used.ContainsKey(free));
                var chosen = new JObject { [Keywords.Values] = new JObject { [value] = name } };
                context.UndecidedName(
                    open.WithAction(NormalisationContext.PlaceOf(schema), new JProperty("update", chosen))
                );
                used[name] = value;
            }

            names.Add(name);
        }

        schema["enum"] = new JArray(values);
        schema[Keywords.ValueNames] = names;
        return values.Count;
    }

    // -1 gives MinusValue1, and 18-24 gives Age18To24 in an enum of ages; a name that the enum type has already gets Value
    // behind it.
    private static string ValueRule(string model, string value)
    {
        var rule = Words.Pascal(value);
        if (char.IsAsciiDigit(value.FirstOrDefault()) && Words.Split(model).Contains("Age"))
        {
            rule = "Age" + rule["Value".Length..];
        }

        if (value.StartsWith('-'))
        {
            rule = "Minus" + rule;
        }

        return TakenByEnums.Contains(rule) || rule == model ? rule + "Value" : rule;
    }

    // For two values that differ in their case only: a and A give A and AUpperCase.
    private static string CaseOf(string value)
    {
        if (value == value.ToLowerInvariant())
        {
            return "LowerCase";
        }

        return value == value.ToUpperInvariant() ? "UpperCase" : "MixedCase";
    }
}
