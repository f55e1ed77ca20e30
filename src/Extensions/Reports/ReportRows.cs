using System.Runtime.CompilerServices;
using System.Text;

namespace Pinterest.OpenApi;

/// <summary>Reads the rows of a file. The first character tells whether it is JSON or CSV.</summary>
internal static class ReportRows
{
    public static async IAsyncEnumerable<AnalyticsRow> ReadAsync(
        BoundedStream content,
        ReportOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        // The reader of the text removes a byte order mark.
        using var reader = new StreamReader(content, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        var first = await FirstAsync(reader, cancellationToken).ConfigureAwait(false);
        var text = new StartedReader(first, reader, cancellationToken);
        var rows = first.TrimStart() switch
        {
            "" => NoneAsync(),
            "{" or "[" => JsonRows.ReadAsync(text, content, options, cancellationToken),
            "<" => throw new PinterestReportException(
                ReportFailure.Malformed,
                "The file of the report is a page or an XML document, not CSV or JSON. Request the report again."
            ),
            _ => CsvRows.ReadAsync(text, content, options, cancellationToken),
        };
        await foreach (var row in rows.ConfigureAwait(false))
        {
            yield return row;
        }
    }

    // Gives the text up to the first character that is no white space.
    private static async Task<string> FirstAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        const int MaxSpace = 1024;
        var text = new StringBuilder();
        var character = new char[1];
        while (text.Length < MaxSpace)
        {
            if (await reader.ReadAsync(character.AsMemory(), cancellationToken).ConfigureAwait(false) == 0)
            {
                break;
            }

            text.Append(character[0]);
            if (!char.IsWhiteSpace(character[0]))
            {
                break;
            }
        }

        return text.ToString();
    }

    private static async IAsyncEnumerable<AnalyticsRow> NoneAsync()
    {
        await Task.CompletedTask.ConfigureAwait(false);
        yield break;
    }
}
