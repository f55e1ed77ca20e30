namespace Samples.Tests.Support;

/// <summary>
/// The parts of a sample that pages may quote: from #region NAME to the next #endregion, without their indentation.
/// </summary>
internal static class Regions
{
    private const string Start = "#region ";
    private const string End = "#endregion";

    /// <exception cref="InvalidDataException">A region has no end, holds another, has no name or one that the file
    /// has already.</exception>
    public static IReadOnlyDictionary<string, string> Of(string source)
    {
        var regions = new Dictionary<string, string>(StringComparer.Ordinal);
        string? name = null;
        var lines = new List<string>();
        foreach (var line in source.Split('\n'))
        {
            var text = line.Trim();
            if (text.StartsWith(Start, StringComparison.Ordinal))
            {
                if (name is not null)
                {
                    throw new InvalidDataException($"The region {name} holds another.");
                }

                name = text[Start.Length..].Trim();
                lines.Clear();
            }
            else if (text == End)
            {
                if (name is null || !regions.TryAdd(name, Dedent(lines)))
                {
                    throw new InvalidDataException($"'{End}' ends no region, or a second one named '{name}'.");
                }

                name = null;
            }
            else if (name is not null)
            {
                lines.Add(line);
            }
        }

        return name is null ? regions : throw new InvalidDataException($"The region {name} has no end.");
    }

    /// <summary>Takes away what all lines are indented by, and what stands at the ends.</summary>
    public static string Dedent(IReadOnlyList<string> lines)
    {
        var indent = lines
            .Where(line => line.Trim().Length > 0)
            .Select(line => line.Length - line.TrimStart().Length)
            .DefaultIfEmpty(0)
            .Min();
        return string.Join('\n', lines.Select(line => line.Length > indent ? line[indent..].TrimEnd() : "")).Trim('\n');
    }
}
