namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>
/// A table in text that fits the width of a terminal. Cells are wrapped when the table is too wide. When that is not
/// enough, each row becomes a paragraph: its first cell, and below it the others with their headings.
/// </summary>
internal sealed class TextTable
{
    private const string Gap = "  ";
    private const string Indent = "    ";

    // A column is not made narrower than its longest word, or than this.
    private const int LongestWord = 16;

    private readonly IReadOnlyList<TextColumn> _columns;
    private readonly List<List<string>> _rows = [];
    private readonly int? _width;

    /// <summary>Makes a table without rows.</summary>
    /// <param name="columns">Its columns.</param>
    /// <param name="width">How wide it may be; null for as wide as it needs to be.</param>
    public TextTable(IReadOnlyList<TextColumn> columns, int? width)
    {
        _columns = columns;
        _width = width;
    }

    /// <summary>Adds a row.</summary>
    public void Add(IEnumerable<string> cells) => _rows.Add([.. cells.Select(ConsoleText.Escape)]);

    /// <summary>Gives the lines.</summary>
    public PrintedTable Print()
    {
        var heads = _columns.Select(column => column.Head).ToList();
        var widths = Enumerable
            .Range(0, heads.Count)
            .Select(i => _rows.Select(row => row[i].Length).Append(heads[i].Length).Max())
            .ToArray();
        return Fits(widths)
            ? new PrintedTable(Row(heads, widths), [.. _rows.Select(row => Row(row, widths))])
            : new PrintedTable([], [.. _rows.Select(Paragraph)]);
    }

    // Makes the widest columns narrower, one character at a time, as long as their words allow it.
    private bool Fits(int[] widths)
    {
        if (_width is not { } most)
        {
            return true;
        }

        var least = widths.Select(Least).ToArray();
        var room = most - (Gap.Length * (widths.Length - 1));
        while (widths.Sum() > room)
        {
            var widest = -1;
            for (var i = 0; i < widths.Length; i++)
            {
                if (widths[i] > least[i] && (widest < 0 || widths[i] > widths[widest]))
                {
                    widest = i;
                }
            }

            if (widest < 0)
            {
                return false;
            }

            widths[widest]--;
        }

        return true;
    }

    private int Least(int width, int column) =>
        Math.Min(
            Math.Min(width, LongestWord),
            _rows.SelectMany(row => row[column].Split(' ')).Append(_columns[column].Head).Max(word => word.Length)
        );

    private List<string> Row(IReadOnlyList<string> cells, int[] widths)
    {
        var wrapped = cells.Select((cell, i) => WrappedText.Cell(cell, Math.Max(1, widths[i]))).ToList();
        return
        [
            .. Enumerable
                .Range(0, wrapped.Max(cell => cell.Count))
                .Select(line => string.Join(Gap, wrapped.Select((cell, i) => Padded(cell, line, i))).TrimEnd()),
        ];

        string Padded(IReadOnlyList<string> cell, int line, int column)
        {
            var text = line < cell.Count ? cell[line] : "";
            return _columns[column].IsNumber ? text.PadLeft(widths[column]) : text.PadRight(widths[column]);
        }
    }

    // Example: pins/list, and below it: method GET, path /pins, access read.
    private List<string> Paragraph(IReadOnlyList<string> cells)
    {
        var facts = cells.Select((cell, i) => (cell, i)).Skip(1).Where(fact => fact.cell.Length > 0);
        var line = Indent + string.Join(", ", facts.Select(fact => $"{_columns[fact.i].Name} {fact.cell}"));
        return [cells[0], .. WrappedText.Line(line, _width)];
    }
}
