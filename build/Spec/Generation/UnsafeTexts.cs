using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation;

/// <summary>
/// Refuses a description whose names, enum values, paths, codes, scopes, tags or categories hold a quotation mark, a
/// control character, or another character that ends a line or hides. None of Pinterest's releases has one. Such a
/// text would be printed safely; it is refused since nobody writes it without a purpose.
/// </summary>
internal static class UnsafeTexts
{
    // A pattern, a default and an address may hold anything; the parts that are not generated are not read.
    private static readonly HashSet<string> Free = new(StringComparer.Ordinal)
    {
        "pattern",
        "default",
        "xml",
        "links",
        "callbacks",
        "encoding",
        "license",
        "variables",
    };

    /// <summary>Checks a description.</summary>
    /// <exception cref="SpecException">A text is not safe. The message names its place.</exception>
    public static void Refuse(Description description)
    {
        foreach (var (node, kind) in DocumentWalker.Walk(description.Root))
        {
            foreach (var member in node.Properties())
            {
                var isKnown = DocumentShape.TryChild(kind, member.Name, out var child, out var shape);
                if (!isKnown || ProseKeywords.Contains(member.Name) || Free.Contains(member.Name))
                {
                    continue;
                }

                if (child is NodeKind.Value)
                {
                    CheckValue(description, member.Value);
                }
                else if (shape is ChildShape.Map && member.Value is JObject map)
                {
                    CheckKeys(description, map);
                }
            }
        }
    }

    private static void CheckKeys(Description description, JObject map)
    {
        foreach (var entry in map.Properties())
        {
            Check(description, entry.Name, entry.Value);
        }
    }

    private static void CheckValue(Description description, JToken value)
    {
        switch (value)
        {
            case JValue { Value: string text }:
                Check(description, text, value);
                break;
            case JArray list:
                foreach (var item in list)
                {
                    CheckValue(description, item);
                }

                break;
            case JObject node:
                CheckKeys(description, node);
                foreach (var entry in node.PropertyValues())
                {
                    CheckValue(description, entry);
                }

                break;
        }
    }

    private static void Check(Description description, string text, JToken place)
    {
        if (text.Contains('"', StringComparison.Ordinal) || UnsafeCharacters.AreIn(text))
        {
            throw new SpecException(
                description.Place(place),
                $"'{text}' has a quotation mark, a control character or a hidden character.",
                "A name or value of an API has none of these, so do not trust this description. Ask its author."
            );
        }
    }
}
