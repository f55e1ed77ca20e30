using System.Runtime.CompilerServices;

namespace Pinterest.OpenApi;

/// <summary>Reads the rows of a CSV report. Its first row names the columns.</summary>
internal static class CsvRows
{
    public static async IAsyncEnumerable<AnalyticsRow> ReadAsync(
        TextReader text,
        BoundedStream content,
        ReportOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var csv = new CsvReader(text, options.MaxRowLength, options.MaxValueLength);
        var columns = await csv.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (columns is null)
        {
            yield break;
        }

        content.EndRow();
        CheckColumns(columns);
        while (await csv.ReadAsync(cancellationToken).ConfigureAwait(false) is { } values)
        {
            if (values.Count != columns.Count)
            {
                throw new PinterestReportException(
                    ReportFailure.Malformed,
                    $"Row {csv.Row} of the CSV report has another number of values ({values.Count}) than columns "
                        + $"({columns.Count}). "
                        + "The file may be cut off; read it again."
                );
            }

            content.EndRow();
            yield return Row(columns, values);
        }
    }

    private static void CheckColumns(List<string> columns)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (columns.Find(column => !known.Add(column)) is { } twice)
        {
            throw new PinterestReportException(
                ReportFailure.Malformed,
                $"The CSV report has the column '{twice[..Math.Min(twice.Length, 100)]}' twice."
            );
        }
    }

    private static AnalyticsRow Row(List<string> columns, List<string> values)
    {
        var row = new Dictionary<string, string?>(columns.Count, StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < columns.Count; i++)
        {
            row[columns[i]] = values[i];
        }

        return new AnalyticsRow(row, group: null);
    }
}
