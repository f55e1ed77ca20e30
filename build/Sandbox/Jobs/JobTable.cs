using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Sandbox.Jobs;

/// <summary>The rows of a file.</summary>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Rows">The values of each row, as many as there are columns.</param>
internal sealed record JobTable(IReadOnlyList<string> Columns, IEnumerable<IReadOnlyList<JValue>> Rows)
{
    /// <summary>
    /// Gets the column by whose value the rows are grouped in JSON; null for one list of all rows. Reports on ads have
    /// a list for each entity: <c>{"7":[{"CAMPAIGN_ID":"7",…}]}</c>.
    /// </summary>
    public string? GroupColumn { get; init; }

    /// <summary>Writes the rows as RFC 4180 says, with a line of names first.</summary>
    public byte[] Csv()
    {
        var text = new StringBuilder();
        AppendLine(text, Columns);
        foreach (var row in Rows)
        {
            AppendLine(text, row.Select(Text));
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Writes the rows as JSON.</summary>
    public byte[] Json()
    {
        using var written = new MemoryStream();
        using (var writer = new JsonTextWriter(new StreamWriter(written, new UTF8Encoding(false))))
        {
            if (GroupColumn is null)
            {
                WriteRows(writer, Rows);
            }
            else
            {
                WriteGroups(writer, Columns.ToList().IndexOf(GroupColumn));
            }
        }

        return written.ToArray();
    }

    private void WriteGroups(JsonTextWriter writer, int column)
    {
        writer.WriteStartObject();
        foreach (var group in Rows.GroupBy(row => Text(row[column]), StringComparer.Ordinal))
        {
            writer.WritePropertyName(group.Key);
            WriteRows(writer, group);
        }

        writer.WriteEndObject();
    }

    private void WriteRows(JsonTextWriter writer, IEnumerable<IReadOnlyList<JValue>> rows)
    {
        writer.WriteStartArray();
        foreach (var row in rows)
        {
            writer.WriteStartObject();
            for (var i = 0; i < Columns.Count; i++)
            {
                writer.WritePropertyName(Columns[i]);
                row[i].WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void AppendLine(StringBuilder text, IEnumerable<string> values) =>
        text.AppendJoin(',', values.Select(Quoted)).Append("\r\n");

    private static string Text(JValue value) => Convert.ToString(value.Value, CultureInfo.InvariantCulture) ?? "";

    private static string Quoted(string value) =>
        value.AsSpan().ContainsAny(",\"\r\n") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
}
