using System.Globalization;
using System.Security;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Generation.Naming;

namespace Pinterest.OpenApi.Spec.Generation.Documentation;

/// <summary>Text for XML documentation comments.</summary>
internal static class XmlText
{
    /// <summary>Writes a summary.</summary>
    public static string Summary(string text) => $"<summary>{Format(text)}</summary>";

    /// <summary>
    /// Escapes a text, and writes what stands in backquotes as code: `id` gives &lt;c&gt;id&lt;/c&gt;.
    /// </summary>
    public static string Format(string text)
    {
        var parts = Escape(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .Split('`');

        // A backquote without a partner is no code.
        return parts.Length % 2 == 0
            ? string.Join('\'', parts)
            : string.Concat(parts.Select((part, i) => i % 2 == 1 ? $"<c>{part}</c>" : part));
    }

    /// <summary>Escapes what XML reserves.</summary>
    public static string Escape(string text) =>
        SecurityElement
            .Escape(text)
            .Replace("&apos;", "'", StringComparison.Ordinal)
            .Replace("&quot;", "\"", StringComparison.Ordinal);

    /// <summary>Gives the words of a C# name: BoardSection gives "board section".</summary>
    public static string Spaced(string name) =>
        string.Join(' ', Words.Split(name).Select(word => word.ToLowerInvariant()));

    /// <summary>Begins a text with a capital.</summary>
    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Writes a number, text or boolean the same in every culture.</summary>
    public static string Invariant(JToken value) =>
        Convert.ToString(((JValue)value).Value, CultureInfo.InvariantCulture)!;

    /// <summary>Writes lines as a documentation comment.</summary>
    public static string Comment(IEnumerable<string> lines, string indent) =>
        string.Join("\n", lines.Select(line => $"{indent}/// {line}"));

    /// <summary>
    /// Gives the sentence that a node has. The description's own text stands under <c>description</c> when the
    /// build uses a file with prose; ours is a line of openapi/summaries.json.
    /// </summary>
    public static string? Sentence(JObject node) =>
        (string?)node["description"] is { Length: > 0 } prose && prose != "Response."
            ? prose
            : (string?)node[Keywords.Summary];
}
