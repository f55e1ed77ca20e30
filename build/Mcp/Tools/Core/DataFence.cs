using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Approvals;

namespace Pinterest.OpenApi.Mcp.Tools.Core;

/// <summary>
/// Writes data as a few plain lines between two marks, for clients that show a model the text of a result only. What
/// is in it can neither end the fence nor hide in it.
/// </summary>
internal static class DataFence
{
    public const string Begin = "<pinterest-data>";
    public const string End = "</pinterest-data>";

    private const int LongestLine = 240;
    private const int LongestWord = 120;
    private const int LongestText = 6_000;

    public static string Of(JsonObject data)
    {
        var text = new StringBuilder(Begin).Append('\n');
        foreach (var line in Lines(data, ""))
        {
            if (text.Length + line.Length > LongestText)
            {
                text.Append("(more in the structured content)\n");
                break;
            }

            text.Append(line).Append('\n');
        }

        return text.Append(End).ToString();
    }

    /// <summary>Makes one harmless line of a text, as <see cref="HarmlessText"/> does, that has no mark of the fence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxLength">The longest result, in characters.</param>
    public static string Clean(string text, int maxLength) =>
        HarmlessText.Line(text, maxLength).Replace('<', '‹').Replace('>', '›');

    private static IEnumerable<string> Lines(JsonObject data, string indent)
    {
        foreach (var (name, value) in data)
        {
            switch (value)
            {
                case JsonArray { Count: > 0 } list when list[0] is JsonObject:
                    yield return $"{indent}{Clean(name, LongestWord)}:";
                    foreach (var item in list)
                    {
                        yield return Cut($"{indent}- {Row(item.AsThing())}");
                    }

                    break;
                case JsonObject thing:
                    yield return $"{indent}{Clean(name, LongestWord)}:";
                    foreach (var line in Lines(thing, indent.Length > 8 ? indent : indent + "  "))
                    {
                        yield return line;
                    }

                    break;
                case JsonValue or JsonArray:
                    yield return Cut($"{indent}{Clean(name, LongestWord)}: {Word(value)}");
                    break;
            }
        }
    }

    private static string Row(JsonObject item) =>
        string.Join(
            " | ",
            item.Where(member => member.Value is not null)
                .Select(member => $"{Clean(member.Key, LongestWord)}: {Word(member.Value!)}")
        );

    private static string Word(JsonNode value) =>
        Clean(value.GetValueKind() is JsonValueKind.String ? value.ToString() : JsonOut.TextOf(value), LongestWord);

    private static string Cut(string line) => Trim.Text(line, LongestLine)!;
}
