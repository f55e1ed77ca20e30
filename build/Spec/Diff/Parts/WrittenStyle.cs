using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>How the value of a parameter is written.</summary>
/// <param name="Text">A media type, "text" for one value, or the style of a list. Example: form, exploded.</param>
internal sealed record WrittenStyle(string Text)
{
    private const string OneValue = "text";
    private const string Separator = ", ";

    /// <summary>
    /// Reads the style; null when the type is not known. Style and explode affect lists and objects only, and a value
    /// under "content" is written as its media type demands.
    /// </summary>
    public static WrittenStyle? Of(DiffParameter parameter, EffectiveSchema schema)
    {
        if (ValueSchema.ContentOf(parameter.Node) is { } content)
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

        return new($"{parameter.Style.Style}{Separator}{(parameter.Style.Explodes ? "exploded" : "joined")}");
    }

    /// <summary>
    /// Tells whether a parameter is written as its value is or with commas, and not as JSON or in another style.
    /// </summary>
    public static bool IsPlain(DiffParameter parameter) =>
        parameter.Node["content"] is null && parameter.Style.Style is "form" or "simple";

    /// <summary>Tells whether a value is written the same way. One value is written as a list of one is.</summary>
    public bool IsSameAs(WrittenStyle other) =>
        Text == other.Text || IsOneValueOf(other.Text, Text) || IsOneValueOf(Text, other.Text);

    private static bool IsOneValueOf(string style, string other) =>
        style == OneValue && other.Contains(Separator, StringComparison.Ordinal);
}
