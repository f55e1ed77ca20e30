using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>How a value is written in XML.</summary>
/// <param name="Text">
/// The elements, or the attribute, with their namespaces. Examples: &lt;pins&gt;&lt;pin&gt;, @id, &lt;{http://a}pin&gt;.
/// </param>
/// <param name="Prefix">The prefixes; an empty text for none.</param>
/// <param name="Place">Where that is said; the schema where nothing is.</param>
internal sealed record XmlWriting(string Text, string Prefix, JToken Place)
{
    private const int DeepestList = 8;

    /// <summary>Reads how a schema is written.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="name">The name where the schema has none: that of the property.</param>
    public static XmlWriting Of(EffectiveSchema schema, string name)
    {
        var text = "";
        var prefix = "";
        JToken? place = null;
        var current = schema;
        for (var depth = 0; current is not null && depth < DeepestList; depth++)
        {
            name = Member(current, "name").Text() ?? name;
            var isList = current.Items is not null;
            var type = NodeTypeOf(current, isList);
            if (type != "none" || !isList)
            {
                text += Node(type, Member(current, "namespace").Text() is { } space ? $"{{{space}}}{name}" : name);
                prefix += Member(current, "prefix").Text();
                place ??= current.Keyword("xml");
            }

            current = current.Items;
        }

        return new XmlWriting(text, prefix, place ?? schema.Keyword("xml") ?? schema.Node);
    }

    private static string Node(string type, string name) =>
        type switch
        {
            "element" => $"<{name}>",
            "attribute" => $"@{name}",
            _ => $"{type}()",
        };

    // 3.2 has nodeType; before, an attribute is an attribute, and only a list that is wrapped is an element itself.
    private static string NodeTypeOf(EffectiveSchema schema, bool isList)
    {
        if (Member(schema, "nodeType").Text() is { } type)
        {
            return type;
        }

        if (Member(schema, "attribute").IsTrue())
        {
            return "attribute";
        }

        return isList && !Member(schema, "wrapped").IsTrue() ? "none" : "element";
    }

    private static JToken? Member(EffectiveSchema schema, string name) =>
        schema.Keywords("xml").Select(xml => xml.Member(name)).FirstOrDefault(value => value is not null);
}
