using System.Globalization;
using System.Xml;
using Pinterest.OpenApi.Spec.Diff;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>A comparison as JUnit XML: each operation or place that changed is a test, each break a failure.</summary>
internal static class DiffJUnit
{
    public static string Print(DiffResult result) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + XmlReport.Print(writer => Write(writer, result));

    private static void Write(XmlWriter writer, DiffResult result)
    {
        writer.WriteStartElement("testsuites");
        writer.WriteStartElement("testsuite");
        writer.WriteAttributeString("name", XmlReport.Line($"{result.Base.Version} -> {result.Revision.Version}"));
        var findings = result.Findings.Concat(result.Ignored).ToList();
        var tests = Math.Max(1, findings.Count + result.Uncompared.Count);
        writer.WriteAttributeString("tests", tests.ToString(CultureInfo.InvariantCulture));
        writer.WriteAttributeString("failures", result.Count(Severity.Breaking).ToString(CultureInfo.InvariantCulture));
        writer.WriteAttributeString("errors", result.Uncompared.Count.ToString(CultureInfo.InvariantCulture));
        writer.WriteAttributeString(
            "skipped",
            findings.Count(finding => ReasonToSkip(finding) is not null).ToString(CultureInfo.InvariantCulture)
        );
        var operations = ListedNames.OfOperations(result);
        foreach (var left in result.Uncompared)
        {
            NotCompared(writer, left);
        }

        if (findings.Count + result.Uncompared.Count == 0)
        {
            Case(writer, "comparison", "nothing changed", null, operations);
        }

        foreach (var finding in findings)
        {
            Case(writer, finding.Rule.Id, $"{finding.Subject} ({finding.Fingerprint})", finding, operations);
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    // A place that was not compared is no passed test: nobody knows whether it changed.
    private static void NotCompared(XmlWriter writer, UncomparedPlace left)
    {
        writer.WriteStartElement("testcase");
        writer.WriteAttributeString("classname", "not-compared");
        writer.WriteAttributeString("name", XmlReport.Line($"{left.Side} {left.Place}"));
        writer.WriteStartElement("error");
        writer.WriteAttributeString("type", "not-compared");
        writer.WriteAttributeString("message", XmlReport.Line($"Not compared: {left.Reason}"));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void Case(XmlWriter writer, string group, string name, Finding? finding, ListedNames operations)
    {
        writer.WriteStartElement("testcase");
        writer.WriteAttributeString("classname", XmlReport.Line(group));
        writer.WriteAttributeString("name", XmlReport.Line(name));
        if (finding is not null && ReasonToSkip(finding) is { } reason)
        {
            writer.WriteStartElement("skipped");
            writer.WriteAttributeString("message", XmlReport.Line(reason));
            writer.WriteEndElement();
        }
        else if (finding is { Severity: Severity.Breaking })
        {
            writer.WriteStartElement("failure");
            writer.WriteAttributeString("type", finding.Rule.Id);
            writer.WriteAttributeString("message", XmlReport.Line(finding.Message));
            writer.WriteString(Details(finding, operations));
            writer.WriteEndElement();
        }
        else if (finding is not null)
        {
            var used = DiffText.Used(finding) is { } interactions ? $" ({interactions})" : "";
            writer.WriteElementString(
                "system-out",
                XmlReport.Line($"{finding.Severity.Word()}: {finding.Message}{used}")
            );
        }

        writer.WriteEndElement();
    }

    private static string? ReasonToSkip(Finding finding)
    {
        if (finding.Accepted is { } accepted)
        {
            return $"accepted: {accepted}";
        }

        return finding.IgnoredBecause is { } ignored ? $"ignored: {ignored}" : null;
    }

    private static string Details(Finding finding, ListedNames operations)
    {
        IEnumerable<string?> lines =
        [
            finding.Pointer,
            .. operations.Shown(finding.Operations),
            operations.More(finding.Operations),
            DiffText.Used(finding),
            DiffText.Remedy(finding),
        ];
        return string.Join('\n', lines.OfType<string>().Select(XmlReport.Line));
    }
}
