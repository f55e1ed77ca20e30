using System.Globalization;
using System.Text;
using System.Xml;
using Pinterest.OpenApi.Spec.Diff;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>A comparison as JUnit XML: each operation or place that changed is a test, each break a failure.</summary>
internal static class DiffJUnit
{
    public static string Print(DiffResult result)
    {
        var text = new StringBuilder();
        using (
            var writer = XmlWriter.Create(
                text,
                new XmlWriterSettings
                {
                    Indent = true,
                    OmitXmlDeclaration = true,
                    CheckCharacters = true,
                    NewLineChars = "\n",
                }
            )
        )
        {
            Write(writer, result);
        }

        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text;
    }

    private static void Write(XmlWriter writer, DiffResult result)
    {
        writer.WriteStartElement("testsuites");
        writer.WriteStartElement("testsuite");
        writer.WriteAttributeString("name", Clean($"{result.Base.Version} -> {result.Revision.Version}"));
        writer.WriteAttributeString("tests", Math.Max(1, result.Findings.Count).ToString(CultureInfo.InvariantCulture));
        writer.WriteAttributeString("failures", result.Count(Severity.Breaking).ToString(CultureInfo.InvariantCulture));
        writer.WriteAttributeString("errors", "0");
        writer.WriteAttributeString(
            "skipped",
            result.Findings.Count(finding => finding.Accepted is not null).ToString(CultureInfo.InvariantCulture)
        );
        if (result.Findings.Count == 0)
        {
            Case(writer, "comparison", "nothing changed", null);
        }

        foreach (var finding in result.Findings)
        {
            Case(writer, finding.Rule.Id, $"{finding.Subject} ({finding.Fingerprint})", finding);
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void Case(XmlWriter writer, string group, string name, Finding? finding)
    {
        writer.WriteStartElement("testcase");
        writer.WriteAttributeString("classname", Clean(group));
        writer.WriteAttributeString("name", Clean(name));
        if (finding is { Accepted: { } reason })
        {
            writer.WriteStartElement("skipped");
            writer.WriteAttributeString("message", Clean($"accepted: {reason}"));
            writer.WriteEndElement();
        }
        else if (finding is { Severity: Severity.Breaking })
        {
            writer.WriteStartElement("failure");
            writer.WriteAttributeString("type", finding.Rule.Id);
            writer.WriteAttributeString("message", Clean(finding.Message));
            writer.WriteString(Clean(Details(finding)));
            writer.WriteEndElement();
        }
        else if (finding is not null)
        {
            var used = DiffText.Used(finding) is { } interactions ? $" ({interactions})" : "";
            writer.WriteElementString("system-out", Clean($"{finding.Severity.Word()}: {finding.Message}{used}"));
        }

        writer.WriteEndElement();
    }

    private static string Details(Finding finding)
    {
        var used = DiffText.Used(finding) is { } interactions ? interactions + "\n" : "";
        return $"{finding.Pointer}\n{string.Join('\n', finding.Operations)}\n{used}{finding.Rule.Remedy}";
    }

    // XML has no place for most control characters.
    private static string Clean(string text) =>
        text.All(XmlConvert.IsXmlChar)
            ? text
            : string.Concat(text.Select(character => XmlConvert.IsXmlChar(character) ? character : '\uFFFD'));
}
