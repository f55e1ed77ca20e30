using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>How a field of a form is written.</summary>
/// <param name="Place">Where that is said, or the media type.</param>
/// <param name="ContentTypes">The content types that the field may have. Example: image/png and image/jpeg.</param>
internal sealed record DiffEncoding(JToken Place, IReadOnlyList<string> ContentTypes)
{
    /// <summary>Gets whether the description names the content types. Otherwise they are the default.</summary>
    public bool NamesContentTypes { get; private init; }

    /// <summary>
    /// Gets how a list or an object becomes text. Example: form, exploded, which is topic=a&amp;topic=b. Null for one
    /// value, and for a list that becomes several parts or an object that becomes JSON without a word about it.
    /// </summary>
    public string? Style { get; private init; }

    /// <summary>Gets what else is said: reserved characters and headers. Empty where nothing is.</summary>
    public string Others { get; private init; } = "";

    /// <summary>Reads how a field is written.</summary>
    /// <param name="media">The media type.</param>
    /// <param name="name">The name of the field.</param>
    /// <param name="schema">The schema of its value.</param>
    public static DiffEncoding Of(DiffMedia media, string name, EffectiveSchema schema)
    {
        var written = (media.Node["encoding"] as JObject)?[name] as JObject;
        var node = written ?? [];
        var contentTypes = node["contentType"].Text();
        return new(
            (JToken?)written ?? media.Node,
            [
                .. (contentTypes ?? DefaultContentType(schema))
                    .Split(',')
                    .Select(MediaTypes.WithoutCharset)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ]
        )
        {
            NamesContentTypes = contentTypes is not null,
            Style = StyleOf(media, node, schema),
            Others = string.Join(", ", OthersOf(node)),
        };
    }

    /// <summary>Tells whether the field may have a content type. Example: image/* allows image/png.</summary>
    public bool Allows(string contentType) =>
        ContentTypes.Any(allowed =>
            allowed == contentType
            || allowed == "*/*"
            || (
                allowed.EndsWith("/*", StringComparison.Ordinal)
                && contentType.StartsWith(allowed[..^1], StringComparison.Ordinal)
            )
        );

    private static IEnumerable<string> OthersOf(JObject node)
    {
        if (node["allowReserved"].IsTrue())
        {
            yield return "reserved characters";
        }

        if (node["headers"] is JObject { HasValues: true } headers)
        {
            yield return $"headers {CanonicalValue.Text(headers)}";
        }
    }

    // Without a word a list is written as in a query: topic=a&topic=b. Version 3.0 ignores the style of a multipart
    // body.
    private static string? StyleOf(DiffMedia media, JObject node, EffectiveSchema schema)
    {
        var isUrl = media.Type.StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal);
        if (!isUrl && schema.Model.KnowsNullable)
        {
            return null;
        }

        var isSaid = node["style"] is not null || node["explode"] is not null;
        var isList = schema.Types?.Contains("array") == true;
        var isObject = schema.Types?.Contains("object") == true;
        if (!isList && !(isObject && isSaid))
        {
            return null;
        }

        var (style, explodes) = StyleKeywords.Of(node, "query");
        if (style == "deepObject")
        {
            return style;
        }

        return $"{style}, {(explodes ? "exploded" : "joined")}";
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
