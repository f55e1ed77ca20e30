using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>
/// Writes the ledger as people read it: an entry a line. An object stands on one line unless it has a list of objects.
/// Example: <c>{ "version": "5.17.0", "flag": "listed" }</c>.
/// </summary>
internal static class LedgerJson
{
    /// <summary>Writes a document in UTF-8, with a line end at its end.</summary>
    public static byte[] ToBytes(JObject root)
    {
        var text = new StringBuilder();
        Append(text, root, indent: 0, isRoot: true);
        return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
    }

    private static void Append(StringBuilder text, JToken token, int indent, bool isRoot = false)
    {
        switch (token)
        {
            case JObject node when isRoot || node.Properties().Any(member => IsTall(member.Value)):
                AppendLines(text, node.Properties(), indent, ('{', '}'));
                break;
            case JArray list when IsTall(list):
                AppendLines(text, list, indent, ('[', ']'));
                break;
            case JProperty member:
                text.Append(JsonConvert.ToString(member.Name)).Append(": ");
                Append(text, member.Value, indent);
                break;
            case JObject { Count: > 0 } node:
                AppendInline(text.Append("{ "), node.Properties());
                text.Append(" }");
                break;
            case JArray list:
                AppendInline(text.Append('['), list);
                text.Append(']');
                break;
            default:
                text.Append(token.ToString(Formatting.None));
                break;
        }
    }

    private static void AppendLines(
        StringBuilder text,
        IEnumerable<JToken> children,
        int indent,
        (char Open, char Close) brackets
    )
    {
        text.Append(brackets.Open);
        var separator = "";
        foreach (var child in children)
        {
            text.Append(separator).Append('\n').Append(' ', indent + 2);
            Append(text, child, indent + 2);
            separator = ",";
        }

        text.Append('\n').Append(' ', indent).Append(brackets.Close);
    }

    private static void AppendInline(StringBuilder text, IEnumerable<JToken> children)
    {
        var separator = "";
        foreach (var child in children)
        {
            text.Append(separator);
            Append(text, child, indent: 0);
            separator = ", ";
        }
    }

    private static bool IsTall(JToken token) => token is JArray list && list.Any(item => item is JObject);
}
