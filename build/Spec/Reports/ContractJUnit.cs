using System.Globalization;
using System.Xml;
using Pinterest.OpenApi.Spec.Pacts;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>A verification of contracts as a JUnit file: each interaction is a test case.</summary>
internal static class ContractJUnit
{
    /// <summary>Prints a result.</summary>
    public static string Print(ContractResult result) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + XmlReport.Print(writer => Write(writer, result));

    private static void Write(XmlWriter writer, ContractResult result)
    {
        writer.WriteStartElement("testsuites");
        WriteSuite(writer, result);
        writer.WriteEndElement();
    }

    private static void WriteSuite(XmlWriter writer, ContractResult result)
    {
        writer.WriteStartElement("testsuite");
        writer.WriteAttributeString("name", XmlReport.Line($"contracts against {result.Against}"));
        WriteCount(writer, "tests", result.Interactions.Count + result.Problems.Count);
        WriteCount(writer, "failures", result.Interactions.Count(one => one.IsBreak) + result.Problems.Count);
        WriteCount(writer, "errors", 0);
        WriteCount(writer, "skipped", result.Count(ContractOutcome.Skipped) + result.PendingFailures);
        foreach (var problem in result.Problems)
        {
            WriteStart(writer, result.Against, "verification");
            WriteFailure(writer, "verification", problem, XmlReport.Line(problem));
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
        switch (interaction)
        {
            case { IsBreak: true }:
                WriteFailure(
                    writer,
                    interaction.Problems.Count > 0 ? interaction.Problems[0].Place : "contract",
                    ProblemText.Problems(interaction.Problems),
                    Details(interaction)
                );
                break;
            case { Outcome: ContractOutcome.Failed }:
                WriteSkipped(writer, $"pending: {ProblemText.Problems(interaction.Problems)}");
                break;
            case { Outcome: ContractOutcome.Skipped }:
                WriteSkipped(writer, interaction.Reason ?? "");
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

    private static string Details(InteractionOutcome interaction) =>
        string.Join(
            '\n',
            interaction
                .Problems.Select(ProblemText.Problem)
                .Prepend($"{interaction.File} {interaction.OperationId}".TrimEnd())
                .Select(XmlReport.Line)
        );

    private static void WriteFailure(XmlWriter writer, string type, string message, string details)
    {
        writer.WriteStartElement("failure");
        writer.WriteAttributeString("type", XmlReport.Line(type));
        writer.WriteAttributeString("message", XmlReport.Line(message));
        writer.WriteString(details);
        writer.WriteEndElement();
    }

    private static void WriteSkipped(XmlWriter writer, string why)
    {
        writer.WriteStartElement("skipped");
        writer.WriteAttributeString("message", XmlReport.Line(why));
        writer.WriteEndElement();
    }

    private static void WriteCount(XmlWriter writer, string name, int count) =>
        writer.WriteAttributeString(name, count.ToString(CultureInfo.InvariantCulture));
}
