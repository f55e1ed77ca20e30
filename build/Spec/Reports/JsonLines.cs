using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>
/// Writes the beginning of a value as lines of JSON. A value may be as large as a file, so the writing ends with the
/// last line that is asked for, and long texts are cut. Example: "maxLength": 100 is one line.
/// </summary>
internal sealed class JsonLines
{
    private const int LongestText = 120;
    private const int Indent = 2;

    private readonly List<string> _lines = [];
    private readonly int _limit;

    private JsonLines(int limit)
    {
        _limit = limit;
    }

    private bool IsFull => _lines.Count >= _limit;

    /// <summary>Gives the first lines of a value, with its name in front where it is a property.</summary>
    public static IReadOnlyList<string> Of(JToken token, int limit)
    {
        var lines = new JsonLines(limit);
        lines.Add(token, Name(token), "", depth: 0);
        return lines._lines;
    }

    private static string Name(JToken token) => token.Parent is JProperty property ? $"{Text(property.Name)}: " : "";

    private void Add(JToken token, string name, string end, int depth)
    {
        switch (token)
        {
            case JObject { HasValues: true } node:
                AddChildren(node.Properties().Select(property => property.Value), $"{name}{{", $"}}{end}", depth);
                break;
            case JArray { HasValues: true } list:
                AddChildren(list, $"{name}[", $"]{end}", depth);
                break;
            default:
                Add(name + Scalar(token) + end, depth);
                break;
        }
    }

    private void AddChildren(IEnumerable<JToken> children, string open, string close, int depth)
    {
        Add(open, depth);
        JToken? held = null;
        foreach (var child in children)
        {
            // Each child but the last ends with a comma, so each is held until the next one is known.
            if (held is not null)
            {
                Add(held, Name(held), ",", depth + 1);
            }

            held = child;
            if (IsFull)
            {
                return;
            }
        }

        Add(held!, Name(held!), "", depth + 1);
        Add(close, depth);
    }

    private void Add(string line, int depth)
    {
        if (!IsFull)
        {
            _lines.Add(new string(' ', Math.Min(depth, LongestText) * Indent) + line);
        }
    }

    private static string Scalar(JToken token) =>
        token is JValue { Value: string text } ? Text(text) : Cut(token.ToString(Formatting.None));

    private static string Text(string text) => JsonConvert.ToString(Cut(text));

    // A character of two halves is not cut in the middle.
    private static string Cut(string text)
    {
        if (text.Length <= LongestText)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)] + "…";
    }
}
