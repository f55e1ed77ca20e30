using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>A schema with items is an array and one with properties an object, also where the description does not say so.</summary>
internal sealed class InferTypes : IPass
{
    public string Name => "types inferred";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        foreach (var schema in DocumentWalker.Schemas(context.Root))
        {
            if (schema["type"] is not null || References.Target(schema) is not null)
            {
                continue;
            }

            if (schema["items"] is not null)
            {
                schema["type"] = "array";
            }
            else if (schema["properties"] is not null)
            {
                schema["type"] = "object";
            }
            else
            {
                continue;
            }

            count++;
        }

        return count;
    }
}

/// <summary>An enum of numbers or booleans is a number or boolean; an enum without a type is one of strings.</summary>
internal sealed class DropNonStringEnums : IPass
{
    public string Name => "non-string enums dropped";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        foreach (var schema in DocumentWalker.Schemas(context.Root))
        {
            if (schema["enum"] is not JArray values || SchemaFacts.Type(schema) is "string")
            {
                continue;
            }

            if (
                SchemaFacts.Type(schema) is null
                && values.All(value => value.Type is JTokenType.String or JTokenType.Null)
            )
            {
                schema["type"] = "string";
                continue;
            }

            schema.Remove("enum");
            count++;
        }

        return count;
    }
}

/// <summary>An inline enum with one value is a constant, not a type.</summary>
internal sealed class FoldConstants : IPass
{
    public string Name => "single-value enums folded";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        foreach (var schema in DocumentWalker.Schemas(context.Root))
        {
            // A component has a name that somebody chose, and may grow.
            if (!SchemaFacts.IsStringEnum(schema) || schema.Parent?.Parent == context.Schemas)
            {
                continue;
            }

            var values = ((JArray)schema["enum"]!).Where(value => value.Type is not JTokenType.Null).ToList();
            if (values.Count != 1)
            {
                continue;
            }

            if (SchemaFacts.IsNullable(schema))
            {
                schema["nullable"] = true;
            }

            schema.Remove("enum");
            schema[Keywords.Constant] = values[0].DeepClone();
            count++;
        }

        return count;
    }
}

/// <summary>An integer without a format is 64 bits wide: budgets in micro-currency and times in milliseconds overflow 32.</summary>
internal sealed class WidenIntegers : IPass
{
    public string Name => "integers widened to 64 bits";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        foreach (var schema in DocumentWalker.Schemas(context.Root))
        {
            if (SchemaFacts.Type(schema) is not "integer" || (string?)schema["format"] is "int64")
            {
                continue;
            }

            schema["format"] = "int64";
            count++;
        }

        return count;
    }
}

/// <summary>Defaults are the server's business: a client that sends them overwrites what it did not mean to.</summary>
internal sealed class DropDefaults : IPass
{
    public string Name => "defaults dropped";

    public int Run(NormalisationContext context) =>
        DocumentWalker.Schemas(context.Root).Count(schema => schema.Remove("default"));
}

/// <summary>A closed object is opened, so that a member added tomorrow is kept.</summary>
internal sealed class OpenObjects : IPass
{
    public string Name => "closed objects opened";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        foreach (var schema in DocumentWalker.Schemas(context.Root))
        {
            // A model keeps members it does not know by itself, so what the description says of them adds nothing.
            var isOpen = schema["additionalProperties"] is null;
            if (isOpen || !(SchemaFacts.IsObject(schema) || schema["additionalProperties"]!.Type is JTokenType.Boolean))
            {
                continue;
            }

            if (schema["additionalProperties"] is JValue { Value: false })
            {
                count++;
            }

            schema.Remove("additionalProperties");
        }

        return count;
    }
}

/// <summary>
/// An object with typed additional members is a dictionary when what it declares beside them is no member: the only
/// property names the kind of key (APP_TYPE, date), or the properties are values themselves (18-24, 2023-10-10).
/// </summary>
internal sealed class UseDictionaries : IPass
{
    public string Name => "dictionaries recognised";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        foreach (var schema in DocumentWalker.Schemas(context.Root).ToList())
        {
            if (
                schema["additionalProperties"] is not JObject value
                || schema["properties"] is not JObject { Count: > 0 } properties
            )
            {
                continue;
            }

            if (
                schema["required"] is JArray { Count: > 0 }
                || !(
                    NamesTheKey(properties, value)
                    || properties.Properties().Any(property => !char.IsAsciiLetter(property.Name[0]))
                )
            )
            {
                continue;
            }

            schema.Remove("properties");
            count++;
        }

        return count;
    }

    private static bool NamesTheKey(JObject properties, JObject value) =>
        properties.Count == 1
        && SchemaFacts.Type((JObject)properties.PropertyValues().First()) is "string"
        && SchemaFacts.Type(value) is not "string";
}
