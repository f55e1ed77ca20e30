using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>The one form in which this repository writes JSON, so that equal content is equal bytes.</summary>
internal static class CanonicalJson
{
    /// <summary>
    /// Writes a document: two-space indent, LF, UTF-8 without a byte order mark, a line end at the end.
    /// </summary>
    public static byte[] ToBytes(JObject root)
    {
        using var buffer = new MemoryStream();
        using (var text = new StreamWriter(buffer, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" })
        using (
            var json = new JsonTextWriter(text)
            {
                Formatting = Formatting.Indented,
                Indentation = 2,
                IndentChar = ' ',
            }
        )
        {
            root.WriteTo(json);
            json.Flush();
            text.Write('\n');
        }

        return buffer.ToArray();
    }

    /// <summary>Copies a value with the members of every object in the order of their names.</summary>
    public static JToken Sorted(JToken value) =>
        value switch
        {
            JObject node => new JObject(
                node.Properties()
                    .OrderBy(member => member.Name, StringComparer.Ordinal)
                    .Select(member => new JProperty(member.Name, Sorted(member.Value)))
            ),
            JArray list => new JArray(list.Select(Sorted)),
            _ => value.DeepClone(),
        };
}
