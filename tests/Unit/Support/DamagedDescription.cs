using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Unit.Support;

/// <summary>Damages descriptions by a seed: what is there is removed, renamed, or becomes something else.</summary>
internal static class DamagedDescription
{
    private static readonly string[] Keywords =
    [
        "type",
        "enum",
        "oneOf",
        "anyOf",
        "allOf",
        "properties",
        "items",
        "required",
        "nullable",
        "format",
        "pattern",
        "maxLength",
        "minimum",
        "discriminator",
        "additionalProperties",
        "parameters",
        "responses",
        "content",
        "schema",
        "$ref",
        "security",
        "readOnly",
        "default",
        "not",
    ];

    /// <summary>Cuts paths out of a description, each with all that it refers to.</summary>
    /// <param name="description">The description.</param>
    /// <param name="every">Which paths: 6 for every sixth.</param>
    public static IEnumerable<JObject> CutOuts(JObject description, int every)
    {
        foreach (var path in ((JObject)description["paths"]!).Properties().Where((_, i) => i % every == 0))
        {
            var cut = new JObject
            {
                ["openapi"] = "3.0.3",
                ["info"] = description["info"]!.DeepClone(),
                ["paths"] = new JObject(path.DeepClone()),
                ["components"] = new JObject(),
            };
            var pending = new Queue<string>(Targets(cut));
            var seen = new HashSet<string>();
            while (pending.TryDequeue(out var target))
            {
                if (!seen.Add(target) || JsonPointer.Find(description, target) is not JObject node)
                {
                    continue;
                }

                var steps = JsonPointer.Steps(target).ToList();
                var section = cut["components"]![steps[1]] as JObject ?? [];
                cut["components"]![steps[1]] = section;
                section[steps[2]] = node.DeepClone();
                foreach (var next in Targets(node))
                {
                    pending.Enqueue(next);
                }
            }

            yield return cut;
        }
    }

    private static IEnumerable<string> Targets(JToken node) =>
        ((JContainer)node)
            .DescendantsAndSelf()
            .OfType<JProperty>()
            .Where(property => property.Name == "$ref")
            .Select(property => (string)property.Value!);

    /// <summary>Damages a document at some places.</summary>
    public static void Damage(JObject root, int times, Random random)
    {
        var tokens = root.Descendants().Where(token => token is JProperty or JValue).ToList();
        for (; times > 0; times--)
        {
            var token = tokens[random.Next(tokens.Count)];

            // What was cut off with a larger part is gone already.
            if (token.Parent is not null && token.Root == root)
            {
                Damage(root, token, random);
            }
        }
    }

    private static void Damage(JObject root, JToken token, Random random)
    {
        JToken value = random.Next(9) switch
        {
            0 => JValue.CreateNull(),
            1 => new JValue(random.Next(-5, 100)),
            2 => new JValue(Keywords[random.Next(Keywords.Length)]),
            3 => new JArray(new JObject(), new JObject { ["type"] = "string" }),
            4 => new JObject
            {
                ["$ref"] = (root["components"].Member("schemas") as JObject)?.Properties().FirstOrDefault()
                    is { } schema
                    ? "#/components/schemas/" + schema.Name
                    : "#/nowhere",
            },
            5 => new JObject
            {
                ["allOf"] = new JArray(
                    new JObject { ["$ref"] = "#/components/schemas/A" },
                    new JObject { ["type"] = "integer" }
                ),
            },
            6 => new JValue(true),
            7 => new JObject { ["$ref"] = JsonPointer.Of(token is JProperty inner ? inner.Value : token) },
            _ => new JArray(JValue.CreateNull(), 1, "x"),
        };
        switch (token)
        {
            case JProperty property when random.Next(3) == 0:
                property.Remove();
                break;
            case JProperty property when random.Next(2) == 0 && property.Parent is JObject parent:
                parent[Keywords[random.Next(Keywords.Length)]] = value;
                break;
            case JProperty property:
                property.Value = value;
                break;
            default:
                token.Replace(value);
                break;
        }
    }
}
