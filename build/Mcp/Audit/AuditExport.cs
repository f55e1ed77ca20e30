using System.Text;

namespace Pinterest.OpenApi.Mcp.Audit;

/// <summary>Writes entries for other programs.</summary>
internal static class AuditExport
{
    // What makes a spreadsheet take a text for a formula, also in the wide forms of East Asia.
    private const string FormulaStarts = "=+-@\t\r＝＋－＠";

    /// <summary>
    /// Writes JSON Lines: one object a line, members sorted, without those that are null. Without <c>hash</c> and
    /// <c>previous</c> a line is exactly what its hash is made of.
    /// </summary>
    public static async Task WriteJsonLinesAsync(
        IAsyncEnumerable<AuditRow> rows,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            await output.WriteAsync(row.ToJson() + "\n").ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Writes CSV (RFC 4180) with a header. A text that a spreadsheet would take for a formula gets an apostrophe before it.
    /// </summary>
    public static async Task WriteCsvAsync(
        IAsyncEnumerable<AuditRow> rows,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        var header = AuditColumn.Hashed.Select(column => column.Name).Append("previous").Append("hash");
        await output.WriteAsync(Line(header)).ConfigureAwait(false);
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            await output.WriteAsync(Line(row.Texts())).ConfigureAwait(false);
        }
    }

    private static string Line(IEnumerable<string> fields) => string.Join(',', fields.Select(Field)) + "\r\n";

    private static string Field(string text)
    {
        var guarded = text.Length > 0 && FormulaStarts.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return guarded.AsSpan().ContainsAny("\",\r\n")
            ? new StringBuilder(guarded).Replace("\"", "\"\"").Insert(0, '"').Append('"').ToString()
            : guarded;
    }
}
