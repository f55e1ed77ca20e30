using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>Rewrites one schema of OpenAPI 3.1 with the keywords of 3.0.</summary>
internal static class OpenApi31Schema
{
    private const string Null = "null";

    private static readonly string[] Unions = ["oneOf", "anyOf"];

    // Words that say nothing about the values, so that a reference beside them may stay alone.
    private static readonly HashSet<string> Annotations = new(StringComparer.Ordinal)
    {
        "$ref",
        "$comment",
        "title",
        "description",
        "summary",
        "default",
        "examples",
        "example",
        "externalDocs",
    };

    /// <summary>
    /// Rewrites the keywords of a schema, and leaves those below to their own turn. Example:
    /// <c>{"type":["string","null"],"const":"a"}</c> gives <c>{"type":"string","nullable":true,"enum":["a"]}</c>.
    /// </summary>
    public static void Rewrite(JObject schema)
    {
        OpenApi31Booleans.WrapBooleans(schema);
        RewriteConst(schema);
        RewriteNullVariant(schema);
        RewriteType(schema);
        RewriteLimit(schema, "minimum", "exclusiveMinimum", isUpper: false);
        RewriteLimit(schema, "maximum", "exclusiveMaximum", isUpper: true);
        RewriteItems(schema);
        RewriteContent(schema);
        RewritePatternProperties(schema);
        if (schema["examples"] is JArray examples)
        {
            schema.Remove("examples");
            if (examples.Count > 0)
            {
                schema["example"] ??= examples[0].DeepClone();
            }
        }

        WrapReference(schema);
    }

    private static void RewriteConst(JObject schema)
    {
        if (schema["const"] is not { } only)
        {
            return;
        }

        schema.Remove("const");
        if (only.Type is JTokenType.Null)
        {
            schema["nullable"] = true;
            return;
        }

        if (only is not JValue { Value: { } value })
        {
            return;
        }

        schema["enum"] ??= new JArray(only.DeepClone());
        schema["type"] ??= value switch
        {
            string => "string",
            bool => "boolean",
            long => "integer",
            _ => "number",
        };
    }

    // oneOf [A, {type: null}] is A or null.
    private static void RewriteNullVariant(JObject schema)
    {
        foreach (var keyword in Unions)
        {
            if (schema[keyword] is not JArray variants || variants.FirstOrDefault(IsNullType) is not { } none)
            {
                continue;
            }

            none.Remove();
            schema["nullable"] = true;
            if (variants.Count > 1)
            {
                continue;
            }

            schema.Remove(keyword);
            if (variants is [JObject only])
            {
                only.Remove();
                if (schema["allOf"] is JArray parts)
                {
                    parts.Add(only);
                }
                else
                {
                    schema["allOf"] = new JArray(only);
                }
            }
        }
    }

    private static bool IsNullType(JToken variant) =>
        variant is JObject node
        && (
            node["type"].Text() == Null
            || node["type"] is JArray { Count: 1 } types && types[0].Text() == Null
            || node.ContainsKey("const") && node["const"]!.Type is JTokenType.Null
        );

    private static void RewriteType(JObject schema)
    {
        var types = schema["type"] switch
        {
            JArray list => list.Select(type => type.Text()).OfType<string>().Distinct().ToList(),
            JValue { Value: Null } => [Null],
            _ => null,
        };
        if (types is null)
        {
            ReadNullOfEnum(schema);
            return;
        }

        if (types.Remove(Null))
        {
            schema["nullable"] = true;
        }

        if (types.Contains("number"))
        {
            types.Remove("integer");
        }

        // Without a type a value may be anything, which is what several types are to a client.
        if (types is [var only])
        {
            schema["type"] = only;
            return;
        }

        schema.Remove("type");
        if (types.Count > 1)
        {
            foreach (var keyword in new[] { "enum", "items", "prefixItems", "properties", "additionalProperties" })
            {
                schema.Remove(keyword);
            }
        }
    }

    private static void ReadNullOfEnum(JObject schema)
    {
        if (schema["enum"] is JArray values && values.Any(value => value.Type is JTokenType.Null))
        {
            schema["nullable"] = true;
        }
    }

    // exclusiveMinimum: 3 is minimum: 3 with exclusiveMinimum: true. The stricter of two limits counts.
    private static void RewriteLimit(JObject schema, string keyword, string exclusive, bool isUpper)
    {
        if (schema[exclusive] is not JValue limit || !IsNumber(limit))
        {
            return;
        }

        schema.Remove(exclusive);
        if (
            schema[keyword] is JValue other
            && IsNumber(other)
            && (isUpper ? other.CompareTo(limit) < 0 : other.CompareTo(limit) > 0)
        )
        {
            return;
        }

        schema[keyword] = limit;
        schema[exclusive] = true;
    }

    private static bool IsNumber(JValue value) => value.Type is JTokenType.Integer or JTokenType.Float;

    private static void RewriteItems(JObject schema)
    {
        if (schema.Remove("prefixItems"))
        {
            schema["items"] = new JObject();
        }

        // 3.0 demands it, and its readers refuse an array without.
        if (schema["type"].Text() == "array")
        {
            schema["items"] ??= new JObject();
        }
    }

    private static void RewriteContent(JObject schema)
    {
        var encoding = schema["contentEncoding"].Text();
        if (encoding is "base64" or "base64url")
        {
            schema["type"] ??= "string";
            schema["format"] ??= "byte";
        }
        else if (encoding is null && schema["type"] is null && schema["contentMediaType"].Text() is not null)
        {
            schema["type"] = "string";
            schema["format"] ??= "binary";
        }
    }

    // Names that have a pattern are other properties to a client.
    private static void RewritePatternProperties(JObject schema)
    {
        if (schema["patternProperties"] is not JObject patterns)
        {
            return;
        }

        schema.Remove("patternProperties");
        var closed = schema["additionalProperties"] is null || schema["additionalProperties"].IsFalse();
        if (patterns.Count == 1 && closed && patterns.PropertyValues().First() is JObject only)
        {
            only.Parent!.Remove();
            schema["additionalProperties"] = only;
        }
        else if (!schema["additionalProperties"].IsTrue())
        {
            schema["additionalProperties"] = true;
        }
    }

    // 3.0 ignores what stands beside a reference.
    private static void WrapReference(JObject schema)
    {
        if (References.Target(schema) is not { } target || schema.Count == 1)
        {
            return;
        }

        if (schema.Properties().All(member => Annotations.Contains(member.Name)))
        {
            foreach (var member in schema.Properties().Where(member => member.Name != "$ref").ToList())
            {
                member.Remove();
            }

            return;
        }

        schema.Remove("$ref");
        var reference = new JObject { ["$ref"] = target };
        if (schema["allOf"] is JArray parts)
        {
            parts.Add(reference);
        }
        else
        {
            schema["allOf"] = new JArray(reference);
        }
    }
}
