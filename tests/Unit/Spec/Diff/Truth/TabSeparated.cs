namespace Pinterest.OpenApi.Unit.Spec.Diff.Truth;

/// <summary>A file of values with tabs between them. A line that begins with # is a remark.</summary>
internal static class TabSeparated
{
    /// <summary>Reads the rows.</summary>
    /// <param name="file">The file.</param>
    /// <param name="columns">How many values each row has.</param>
    /// <exception cref="InvalidDataException">A row has another number of values.</exception>
    public static IReadOnlyList<string[]> Read(string file, int columns)
    {
        var rows = new List<string[]>();
        foreach (var (index, line) in File.ReadLines(file).Index())
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var row = line.Split('\t');
            if (row.Length != columns || row.Any(string.IsNullOrWhiteSpace))
            {
                throw new InvalidDataException(
                    $"{Path.GetFileName(file)}({index + 1}): {row.Length} values, or an empty one. Write {columns}."
                );
            }

            rows.Add(row);
        }

        return rows;
    }
}
