using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>
/// JSON that may also go through a log: what hides, and what GitHub's runner reads as a command, is escaped in the way
/// of JSON, so that a reader gets the text as it was.
/// </summary>
internal static class JsonReport
{
    /// <summary>Writes a value over several lines.</summary>
    public static string Print(JToken value)
    {
        var json = value.ToString(Formatting.Indented).Replace("\r\n", "\n", StringComparison.Ordinal);
        return PipelineCommands.Break(EscapeUnsafe(json), @"\u0023");
    }

    // Only texts have such characters: between them JSON has line feeds and blanks.
    private static string EscapeUnsafe(string json)
    {
        var text = new StringBuilder(json.Length);
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] != '\n' && UnsafeCharacters.IsAt(json, i))
            {
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)json[i]:x4}");
            }
            else
            {
                text.Append(json[i]);
            }
        }

        return text.ToString();
    }
}
