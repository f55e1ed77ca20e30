using System.Globalization;
using System.Xml;
using Pinterest.OpenApi.Spec.Pacts;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>A verification of contracts as a JUnit file: each interaction is a test case.</summary>
internal static class ContractJUnit
{
    /// <summary>Prints a result.</summary>
    public static string Print(ContractResult result) => XmlReport.Print(writer => WriteSuite(writer, result));

    private static void WriteSuite(XmlWriter writer, ContractResult result)
    {
        writer.WriteStartElement("testsuite");
        writer.WriteAttributeString("name", XmlReport.Line($"contracts against {result.Against}"));
        WriteCount(writer, "tests", result.Interactions.Count + result.Problems.Count);
        WriteCount(writer, "failures", result.Count(ContractOutcome.Failed) + result.Problems.Count);
        WriteCount(writer, "skipped", result.Count(ContractOutcome.Skipped));
        foreach (var problem in result.Problems)
        {
            WriteStart(writer, result.Against, "verification");
            WriteOutcome(writer, "failure", problem);
            writer.WriteEndElement();
        }

        foreach (var interaction in result.Interactions)
        {
            WriteInteraction(writer, interaction);
        }

        writer.WriteEndElement();
    }

    private static void WriteInteraction(XmlWriter writer, InteractionOutcome interaction)
    {
        WriteStart(writer, interaction.Consumer, interaction.Description);
        switch (interaction.Outcome)
        {
            case ContractOutcome.Failed:
                WriteOutcome(writer, "failure", ProblemText.Problems(interaction.Problems));
                break;
            case ContractOutcome.Skipped:
                WriteOutcome(writer, "skipped", interaction.Reason ?? "");
                break;
        }

        writer.WriteEndElement();
    }

    private static void WriteStart(XmlWriter writer, string group, string name)
    {
        writer.WriteStartElement("testcase");
        writer.WriteAttributeString("classname", XmlReport.Line(group));
        writer.WriteAttributeString("name", XmlReport.Line(name));
    }

    private static void WriteOutcome(XmlWriter writer, string element, string why)
    {
        writer.WriteStartElement(element);
        writer.WriteAttributeString("message", XmlReport.Line(why));
        writer.WriteEndElement();
    }

    private static void WriteCount(XmlWriter writer, string name, int count) =>
        writer.WriteAttributeString(name, count.ToString(CultureInfo.InvariantCulture));
}
