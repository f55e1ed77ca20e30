namespace Pinterest.OpenApi.Tool;

/// <summary>Finds what a mistyped word was meant to be.</summary>
internal static class Suggestion
{
    /// <summary>Gives a question to put behind a message, with a blank before it; empty when nothing is near.</summary>
    /// <param name="word">What was typed.</param>
    /// <param name="known">What could have been typed.</param>
    /// <returns>For example <c> Did you mean '--format'?</c></returns>
    public static string Of(string word, IEnumerable<string> known)
    {
        // A third of the letters may be wrong: more of them is another word.
        var most = Math.Max(1, word.Trim('-').Length / 3);
        var near = known
            .Select(name => (Name: name, Distance: Distance(word, name)))
            .Where(one => one.Distance <= most)
            .OrderBy(one => one.Distance)
            .ThenBy(one => one.Name, StringComparer.Ordinal)
            .Select(one => one.Name)
            .FirstOrDefault();
        return near is null ? "" : $" Did you mean '{near}'?";
    }

    /// <summary>
    /// Counts the letters to add, to remove, to replace or to swap with the next. Example: from chek to check it is 1.
    /// </summary>
    public static int Distance(string from, string to)
    {
        var counts = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                counts[i, j] = i == 0 || j == 0 ? i + j : Step(counts, from, to, (i, j));
            }
        }

        return counts[from.Length, to.Length];
    }

    private static int Step(int[,] counts, string from, string to, (int Row, int Column) at)
    {
        var (i, j) = at;
        var replaced = counts[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
        var least = Math.Min(replaced, Math.Min(counts[i - 1, j], counts[i, j - 1]) + 1);
        var isSwapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
        return isSwapped ? Math.Min(least, counts[i - 2, j - 2] + 1) : least;
    }
}
