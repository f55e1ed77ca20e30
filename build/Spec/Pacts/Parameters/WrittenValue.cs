using Pinterest.OpenApi.Spec.Operations;

namespace Pinterest.OpenApi.Spec.Pacts.Parameters;

/// <summary>
/// Takes the text of a list or an object apart, by the style that the description gives it. The parts are decoded.
/// </summary>
/// <param name="style">The style.</param>
/// <param name="name">The name of the parameter, which the style matrix writes.</param>
/// <param name="decode">Decodes a part. Texts of a path are still encoded: %2C in a list is no separator.</param>
internal sealed class WrittenValue(StyleKeywords style, string name, Func<string, string> decode)
{
    /// <summary>Gives the text of one value, or null when it does not begin as the style demands.</summary>
    public string? Scalar(string text) =>
        style.Style switch
        {
            "label" => text.StartsWith('.') ? decode(text[1..]) : null,
            "matrix" => Matrix(text) is [var only] && only.Name == name ? decode(only.Value) : null,
            _ => decode(text),
        };

    /// <summary>Gives the items of a list, or null when the text is not written as the style demands.</summary>
    public IReadOnlyList<string>? Items(string text) =>
        style.Style switch
        {
            "label" => text.StartsWith('.') ? Split(text[1..], LabelSeparator(text)) : null,
            "matrix" => MatrixItems(text),
            _ => Split(text, Separator),
        };

    /// <summary>Gives the members of an object, or null when the text is not written as the style demands.</summary>
    public IReadOnlyList<(string Name, string Value)>? Members(string text)
    {
        if (style.Style == "matrix")
        {
            return style.Explodes
                ? Matrix(text)?.Select(pair => (decode(pair.Name), decode(pair.Value))).ToList()
                : Alternating(MatrixItems(text));
        }

        if (style.Style == "label" && !text.StartsWith('.'))
        {
            return null;
        }

        var (inner, separator) = style.Style == "label" ? (text[1..], LabelSeparator(text)) : (text, Separator);
        return style.Explodes ? Pairs(inner, separator) : Alternating(Split(inner, separator));
    }

    private char Separator =>
        style.Style switch
        {
            "spaceDelimited" => ' ',
            "pipeDelimited" => '|',
            _ => ',',
        };

    // OpenAPI 3.0.3 writes .a.b where 3.0.4 and 3.1.1 write .a,b.
    private char LabelSeparator(string text) =>
        !style.Explodes && text.Contains(',', StringComparison.Ordinal) ? ',' : '.';

    private List<string> Split(string text, char separator) =>
        text.Length == 0 ? [] : [.. text.Split(separator).Select(item => decode(item.Trim(' ')))];

    // ;color=blue,black joined, and ;color=blue;color=black exploded.
    private List<string>? MatrixItems(string text)
    {
        if (Matrix(text) is not { } pairs || pairs.Exists(pair => pair.Name != name))
        {
            return null;
        }

        if (style.Explodes)
        {
            return pairs.ConvertAll(pair => decode(pair.Value));
        }

        return pairs is [var only] ? Split(only.Value, ',') : null;
    }

    private static List<(string Name, string Value)>? Matrix(string text) =>
        text.StartsWith(';')
            ?
            [
                .. text[1..]
                    .Split(';')
                    .Select(pair => pair.Split('=', 2))
                    .Select(pair => (pair[0], pair.Length > 1 ? pair[1] : "")),
            ]
            : null;

    // R=100,G=200
    private List<(string Name, string Value)>? Pairs(string text, char separator)
    {
        List<string[]> pairs = [.. text.Split(separator).Select(pair => pair.Split('=', 2))];
        return pairs.TrueForAll(pair => pair.Length == 2)
            ? pairs.ConvertAll(pair => (decode(pair[0].Trim(' ')), decode(pair[1])))
            : null;
    }

    // R,100,G,200
    private static List<(string Name, string Value)>? Alternating(List<string>? parts) =>
        parts is { Count: var count } && count % 2 == 0 ? [.. parts.Chunk(2).Select(pair => (pair[0], pair[1]))] : null;
}
