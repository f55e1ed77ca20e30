using System.Buffers;
using System.Text;

namespace Pinterest.OpenApi;

/// <summary>
/// Reads CSV as RFC 4180 describes it: a value with a comma, a quote or a line break stands in quotes, and its own
/// quotes are doubled. Rows end with CRLF, LF or CR. A blank line is no row.
/// </summary>
/// <param name="text">The text. A byte order mark must be gone.</param>
/// <param name="maxRow">How many characters a row may have.</param>
/// <param name="maxValue">How many characters a value may have.</param>
internal sealed class CsvReader(TextReader text, int maxRow, int maxValue)
{
    private const int End = -1;
    private const int BufferSize = 8192;

    private static readonly SearchValues<char> EndsOfPlain = SearchValues.Create(",\r\n");
    private static readonly SearchValues<char> EndOfQuoted = SearchValues.Create("\"");

    private readonly char[] _buffer = new char[BufferSize];
    private readonly StringBuilder _value = new();
    private int _position;
    private int _length;
    private int _rowLength;

    /// <summary>Gets the number of the row that was read last, from 1. A value with line breaks counts as one
    /// row.</summary>
    public long Row { get; private set; }

    /// <summary>Reads the next row.</summary>
    /// <returns>Its values, or null at the end.</returns>
    /// <exception cref="PinterestReportException">The text is not CSV, or a row or value is too long.</exception>
    public async ValueTask<List<string>?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var values = await ReadRowAsync(cancellationToken).ConfigureAwait(false);
            if (values is not [""])
            {
                return values;
            }
        }
    }

    private async ValueTask<List<string>?> ReadRowAsync(CancellationToken cancellationToken)
    {
        var next = await TakeAsync(cancellationToken).ConfigureAwait(false);
        if (next == End)
        {
            return null;
        }

        Row++;
        _rowLength = 0;
        var values = new List<string>();
        while (true)
        {
            next =
                next == '"'
                    ? await ReadQuotedAsync(cancellationToken).ConfigureAwait(false)
                    : await ReadPlainAsync(next, cancellationToken).ConfigureAwait(false);
            values.Add(_value.ToString());
            _value.Clear();
            if (next != ',')
            {
                await EndRowAsync(next, cancellationToken).ConfigureAwait(false);
                return values;
            }

            next = await TakeAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    // Gives what follows the value: a comma, a line break or the end.
    private async ValueTask<int> ReadPlainAsync(int next, CancellationToken cancellationToken)
    {
        if (next == End)
        {
            return End;
        }

        _position--;
        return await AppendUntilAsync(EndsOfPlain, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<int> ReadQuotedAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await AppendUntilAsync(EndOfQuoted, cancellationToken).ConfigureAwait(false) == End)
            {
                throw Malformed("ends within a value in quotes. The file may be cut off; read it again.");
            }

            var next = await TakeAsync(cancellationToken).ConfigureAwait(false);
            if (next is End or ',' or '\r' or '\n')
            {
                return next;
            }

            if (next != '"')
            {
                throw Malformed("has text after a value in quotes.");
            }

            Append("\"");
        }
    }

    private async ValueTask EndRowAsync(int last, CancellationToken cancellationToken)
    {
        if (last != '\r')
        {
            return;
        }

        if (await TakeAsync(cancellationToken).ConfigureAwait(false) is not ('\n' or End))
        {
            _position--;
        }
    }

    // Gives the character that ends the value, and takes it.
    private async ValueTask<int> AppendUntilAsync(SearchValues<char> ends, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (AppendBufferUntil(ends) is { } end)
            {
                return end;
            }

            if (await TakeAsync(cancellationToken).ConfigureAwait(false) == End)
            {
                return End;
            }

            _position--;
        }
    }

    private char? AppendBufferUntil(SearchValues<char> ends)
    {
        var rest = _buffer.AsSpan(_position, _length - _position);
        var end = rest.IndexOfAny(ends);
        if (end < 0)
        {
            Append(rest);
            _position = _length;
            return null;
        }

        Append(rest[..end]);
        _position += end + 1;
        return rest[end];
    }

    private void Append(ReadOnlySpan<char> characters)
    {
        if (_value.Length + characters.Length > maxValue)
        {
            throw BoundedStream.TooLong("value", maxValue, nameof(ReportOptions.MaxValueLength));
        }

        _rowLength += characters.Length;
        if (_rowLength > maxRow)
        {
            throw BoundedStream.TooLong("row", maxRow, nameof(ReportOptions.MaxRowLength));
        }

        _value.Append(characters);
    }

    private ValueTask<int> TakeAsync(CancellationToken cancellationToken) =>
        _position < _length ? new ValueTask<int>(_buffer[_position++]) : FillAsync(cancellationToken);

    private async ValueTask<int> FillAsync(CancellationToken cancellationToken)
    {
        _length = await text.ReadAsync(_buffer.AsMemory(), cancellationToken).ConfigureAwait(false);
        _position = 0;
        return _length == 0 ? End : _buffer[_position++];
    }

    private PinterestReportException Malformed(string problem) =>
        new(ReportFailure.Malformed, $"Row {Row} of the CSV report {problem}");
}
