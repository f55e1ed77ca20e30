using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>
/// How the value of a parameter or a header is written: in one way where it is one value, in another where it is a list or
/// an object. A text is null where the schema does not allow such a value.
/// </summary>
/// <param name="One">How one value is written: text, or label, matrix or a media type.</param>
/// <param name="List">How a list is written. Example: form, exploded.</param>
/// <param name="Object">How an object is written. Example: deepObject.</param>
internal sealed record WrittenStyle(string? One, string? List, string? Object)
{
    private const string OneValue = "text";
    private const string PlainText = "text/plain";
    private const string Json = "application/json";

    // Styles that write one value with something before it, even where it stands alone: .5 and ;id=5.
    private static readonly string[] Marked = ["label", "matrix"];

    /// <summary>Gets the media type of a value under "content"; otherwise null.</summary>
    public string? Document { get; private init; }

    /// <summary>Reads how a value is written.</summary>
    /// <param name="parameter">The parameter or header.</param>
    /// <param name="place">Where it is sent: path, query, header or cookie.</param>
    /// <param name="schema">The schema of its value.</param>
    public static WrittenStyle Of(JObject parameter, string place, EffectiveSchema schema)
    {
        var types = TypesOf(schema);
        if (ValueSchema.ContentOf(parameter) is { } content)
        {
            var type = MediaTypes.WithoutCharset(content.Name);
            return new(
                types.Any(IsOne) ? OneAs(type, types) : null,
                types.Contains("array") ? type : null,
                types.Contains("object") ? type : null
            )
            {
                Document = type,
            };
        }

        var (style, explodes) = StyleKeywords.Of(parameter, place);
        return new(
            types.Any(IsOne) ? MarkOf(style) : null,
            types.Contains("array") ? ListAs(style, explodes) : null,
            types.Contains("object") ? ObjectAs(style, explodes) : null
        );
    }

    /// <summary>
    /// Gives the two texts that differ between two ways to write a value; null when all values that both allow are
    /// written the same way. One value is written as a list of one is.
    /// </summary>
    public static Sides<string>? Difference(Sides<WrittenStyle> styles)
    {
        if (styles.Base.Document is { } document && document == styles.Revision.Document)
        {
            return null;
        }

        return Differing(styles.Select(style => style.One))
            ?? Differing(styles.Select(style => style.List))
            ?? Differing(styles.Select(style => style.Object))
            ?? OneAndList(styles);
    }

    private static Sides<string>? Differing(Sides<string?> texts) =>
        texts is { Base: { } baseText, Revision: { } revisionText } && baseText != revisionText
            ? new(baseText, revisionText)
            : null;

    private static Sides<string>? OneAndList(Sides<WrittenStyle> styles)
    {
        switch (styles)
        {
            case { Base: { One: { } one, List: null }, Revision: { List: { } list, One: null } }:
                return MarkOf(one) == MarkOf(list) ? null : new(one, list);
            case { Base: { List: { } list, One: null }, Revision: { One: { } one, List: null } }:
                return MarkOf(one) == MarkOf(list) ? null : new(list, one);
            default:
                return null;
        }
    }

    // What stands around one value. Example: nothing for "form, exploded", a dot for "label, joined".
    private static string MarkOf(string style)
    {
        var name = style.Split(',')[0];
        return name.Contains('/', StringComparison.Ordinal) || Marked.Contains(name) ? name : OneValue;
    }

    // Only objects are written in two ways by the style simple: a=1,b=2 and a,1,b,2. A list is a,b in both.
    private static string ListAs(string style, bool explodes) => style == "simple" ? style : Exploded(style, explodes);

    // The style deepObject has one way: ?a[b]=1.
    private static string ObjectAs(string style, bool explodes) =>
        style == "deepObject" ? style : Exploded(style, explodes);

    private static string Exploded(string style, bool explodes) => $"{style}, {(explodes ? "exploded" : "joined")}";

    // Numbers and booleans are the same as JSON and as text. A text has quotes in JSON.
    private static string OneAs(string mediaType, IReadOnlySet<string> types)
    {
        var isText = mediaType == PlainText || (mediaType == Json && !types.Contains("string"));
        return isText ? OneValue : mediaType;
    }

    private static bool IsOne(string type) => type is not "array" and not "object";

    // A schema that says no type allows all. The types of a union are those of its variants.
    private static IReadOnlySet<string> TypesOf(EffectiveSchema schema)
    {
        if (schema.Types is { } types)
        {
            return types;
        }

        if (schema.Enum is { } values)
        {
            return values.Select(TypeOfValue).ToHashSet(StringComparer.Ordinal);
        }

        return schema.Union is { } union && Variants.AllTypes(Variants.Of(schema, union)) is { } variants
            ? variants
            : new HashSet<string>(StringComparer.Ordinal) { "string", "array", "object" };
    }

    private static string TypeOfValue(string json) =>
        json[0] switch
        {
            '[' => "array",
            '{' => "object",
            '"' => "string",
            _ => "number",
        };
}
