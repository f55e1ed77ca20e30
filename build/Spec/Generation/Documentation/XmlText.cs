using System.Globalization;
using System.Security;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Documentation;

/// <summary>
/// A piece of an XML documentation comment: words of ours and values. The compiler lets nothing in but through
/// <see cref="Of"/>, which escapes every value, so that a value of a description neither opens an element nor ends
/// the line, after which C# would read code. Example: <c>XmlText.Of($"The scope {scope}.")</c>.
/// </summary>
internal readonly record struct XmlText
{
    private readonly string? _text;

    private XmlText(string text) => _text = text;

    /// <summary>Writes words of ours with values in them.</summary>
    public static XmlText Of(XmlTextHandler text) => new(text.Written);

    /// <summary>
    /// Writes a sentence of a person. What stands in backquotes is code: `id` gives &lt;c&gt;id&lt;/c&gt;.
    /// </summary>
    public static XmlText Prose(string text)
    {
        var oneLine = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var parts = Escape(oneLine).Split('`');

        // A backquote without a partner is no code.
        return new(
            parts.Length % 2 == 0
                ? string.Join('\'', parts)
                : string.Concat(parts.Select((part, i) => i % 2 == 1 ? $"<c>{part}</c>" : part))
        );
    }

    /// <summary>Writes a summary.</summary>
    public static XmlText Summary(string text) => Of($"<summary>{Prose(text)}</summary>");

    /// <summary>Writes a number, text or boolean the same in every culture.</summary>
    public static XmlText Value(JToken value) => new(Escape(Plain((JValue)value)));

    // As it is written in JSON, and not as .NET writes it.
    private static string Plain(JValue value) =>
        value.Value switch
        {
            true => "true",
            false => "false",
            var other => Convert.ToString(other, CultureInfo.InvariantCulture)!,
        };

    /// <summary>Puts a blank between pieces.</summary>
    public static XmlText Join(IEnumerable<XmlText> pieces) => new(string.Join(' ', pieces));

    /// <summary>Writes lines as a documentation comment.</summary>
    public static string Comment(IEnumerable<XmlText> lines, string indent = "") =>
        string.Join("\n", lines.Select(line => $"{indent}/// {line}"));

    /// <summary>Gives the XML.</summary>
    public override string ToString() => _text ?? "";

    /// <summary>Escapes what XML reserves; a character that would end the line becomes a blank.</summary>
    internal static string Escape(string text) =>
        SecurityElement
            .Escape(UnsafeCharacters.Blank(text))
            .Replace("&apos;", "'", StringComparison.Ordinal)
            .Replace("&quot;", "\"", StringComparison.Ordinal);
}
