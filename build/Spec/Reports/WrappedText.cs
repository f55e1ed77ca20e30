namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>Breaks text into lines of a terminal.</summary>
internal static class WrappedText
{
    // Below this a line has no room for a word beside its indentation.
    private const int LeastRoom = 12;

    /// <summary>
    /// Breaks a line at its blanks. What follows keeps the indentation of the line, and two blanks more. A word that is
    /// longer than a line, such as a pointer, stays whole, so that it can be copied.
    /// </summary>
    public static IEnumerable<string> Line(string line, int? width)
    {
        if (width is not { } most || line.Length <= most)
        {
            return [line];
        }

        var start = line.Length - line.AsSpan().TrimStart().Length;
        var indent = new string(' ', Math.Max(0, Math.Min(start + 2, most - LeastRoom)));
        var lines = Words(line[start..], most - indent.Length, cut: false, most - Math.Min(start, indent.Length))
            .ToList();
        return lines.Select((part, i) => i == 0 ? indent[..Math.Min(start, indent.Length)] + part : indent + part);
    }

    /// <summary>Breaks the text of a cell at its blanks, and a word that is too long wherever it must be.</summary>
    public static IReadOnlyList<string> Cell(string text, int width) => [.. Words(text, width, cut: true, width)];

    private static IEnumerable<string> Words(string text, int width, bool cut, int first)
    {
        var room = first;
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var rest = word;
            if (line.Length > 0 && line.Length + 1 + rest.Length > room)
            {
                yield return line;
                line = "";
                room = width;
            }

            while (cut && rest.Length > room)
            {
                var end = End(rest, room);
                yield return rest[..end];
                rest = rest[end..];
            }

            line = line.Length == 0 ? rest : $"{line} {rest}";
        }

        yield return line;
    }

    // Example: /ad_accounts/ and {ad_account_id}, rather than /ad_accounts/{ad_ and account_id}.
    private static int End(string word, int room)
    {
        var slash = word.LastIndexOfAny(['/', '_', '-'], room - 1);
        return slash >= room / 2 ? slash + 1 : room;
    }
}
