using System.Text;
using System.Xml;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>XML whose texts are those of others: it stays well-formed, and no line of it is a command.</summary>
internal static class XmlReport
{
    /// <summary>Writes a document without its declaration.</summary>
    public static string Print(Action<XmlWriter> write)
    {
        var text = new StringBuilder();
        var settings = new XmlWriterSettings
        {
            Indent = true,
            OmitXmlDeclaration = true,
            NewLineChars = "\n",
        };
        using (var writer = XmlWriter.Create(text, settings))
        {
            write(writer);
        }

        return PipelineCommands.Break(text.ToString(), "&#35;");
    }

    /// <summary>Writes a line without what XML or a log cannot hold, which is the same.</summary>
    public static string Line(string line) => ConsoleText.Escape(line);
}
