using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>How the value of a parameter is written.</summary>
/// <param name="Text">A media type, "text" for one value, or the style of a list. Example: form, exploded.</param>
internal sealed record ParameterStyle(string Text)
{
    private const string OneValue = "text";
    private const string Separator = ", ";

    /// <summary>
    /// Reads the style; null when the type is not known. Style and explode affect lists and objects only, and a value
    /// under "content" is written as its media type demands.
    /// </summary>
    public static ParameterStyle? Of(DiffParameter parameter, EffectiveSchema schema)
    {
        if (ParameterSchema.ContentOf(parameter.Node) is { } content)
        {
            return new(content.Name);
        }

        if (schema.Types is not { Count: 1 } types)
        {
            return null;
        }

        if (!types.Contains("array") && !types.Contains("object"))
        {
            return new(OneValue);
        }

        var style = Written(parameter) ?? DefaultOf(parameter);
        var explodes = parameter.Node["explode"] is JValue { Value: bool written } ? written : style == "form";
        return new($"{style}{Separator}{(explodes ? "exploded" : "joined")}");
    }

    /// <summary>
    /// Tells whether a parameter is written as its value is or with commas, and not as JSON or in another style.
    /// </summary>
    public static bool IsPlain(DiffParameter parameter) =>
        parameter.Node["content"] is null && Written(parameter) is null or "form" or "simple";

    /// <summary>Tells whether a value is written the same way. One value is written as a list of one is.</summary>
    public bool IsSameAs(ParameterStyle other) =>
        Text == other.Text || IsOneValueOf(other.Text, Text) || IsOneValueOf(Text, other.Text);

    private static bool IsOneValueOf(string style, string other) =>
        style == OneValue && other.Contains(Separator, StringComparison.Ordinal);

    private static string? Written(DiffParameter parameter) => (string?)(parameter.Node["style"] as JValue);

    private static string DefaultOf(DiffParameter parameter) => parameter.In is "query" or "cookie" ? "form" : "simple";
}
