using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>How a field of a form is written.</summary>
/// <param name="Place">Where that is said, or the media type.</param>
/// <param name="Text">The content type and the style, with their defaults. Example: image/png.</param>
internal sealed record DiffEncoding(JToken Place, string Text)
{
    /// <summary>Reads how a field is written.</summary>
    /// <param name="media">The media type.</param>
    /// <param name="name">The name of the field.</param>
    /// <param name="schema">The schema of its value.</param>
    public static DiffEncoding Of(DiffMedia media, string name, EffectiveSchema schema)
    {
        var written = (media.Node["encoding"] as JObject)?[name] as JObject;
        var node = written ?? [];
        var texts = new List<string> { ContentType(node, schema) };
        var isText = schema.Types?.Contains("object") != true && schema.Types?.Contains("array") != true;
        if (!isText && (node["style"] is not null || node["explode"] is not null))
        {
            var (style, explodes) = StyleKeywords.Of(node, "query");
            texts.Add(style == "deepObject" ? style : $"{style}, {(explodes ? "exploded" : "joined")}");
        }

        if (node["allowReserved"].IsTrue())
        {
            texts.Add("reserved characters");
        }

        if (node["headers"] is JObject { HasValues: true } headers)
        {
            texts.Add($"headers {CanonicalValue.Text(headers)}");
        }

        return new((JToken?)written ?? media.Node, string.Join(", ", texts));
    }

    private static string ContentType(JObject node, EffectiveSchema schema)
    {
        var types = node["contentType"].Text() ?? DefaultContentType(schema);
        return string.Join(", ", types.Split(',').Select(MediaTypes.WithoutCharset).Order(StringComparer.Ordinal));
    }

    private static string DefaultContentType(EffectiveSchema schema)
    {
        var value = schema is { Items: { } items, Types: { } types } && types.Contains("array") ? items : schema;
        if (value.Types?.Contains("object") == true)
        {
            return "application/json";
        }

        var isBinary = value.Keyword("format").Text() is "binary" or "byte";
        return isBinary ? "application/octet-stream" : "text/plain";
    }
}
