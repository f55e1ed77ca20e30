using System.Text;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>Keeps what others wrote from becoming markup, a mention or a link of a report.</summary>
internal static class Markdown
{
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is '\n' or '\r')
            {
                escaped.Append(' ');
            }
            else if (character is '<')
            {
                escaped.Append("&lt;");
            }
            else if (character is '>')
            {
                escaped.Append("&gt;");
            }
            else if (character is '&')
            {
                escaped.Append("&amp;");
            }
            else if (character is '@')
            {
                escaped.Append("@\u200B");
            }
            else if ("\\`*_[]|#~!".Contains(character, StringComparison.Ordinal))
            {
                escaped.Append('\\').Append(character);
            }
            else
            {
                escaped.Append(character);
            }
        }

        return escaped.ToString();
    }
}
