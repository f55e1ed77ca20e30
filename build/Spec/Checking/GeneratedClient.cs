using System.Text.RegularExpressions;

namespace Pinterest.OpenApi.Spec.Checking;

/// <summary>The files of a generated client, as text.</summary>
internal sealed class GeneratedClient
{
    // Files of a candidate are made from a description that nobody has vouched for. Without backtracking the time of a
    // match grows with the length of the text alone, so these need no time-out.
    private static readonly Regex Method = new(
        """\[PinterestOperation\("(?<id>[^"]+)"\)\]\s+(?:\[System\.Obsolete[^\n]*\s+)?public System\.Threading\.Tasks\.Task""",
        RegexOptions.NonBacktracking
    );

    private static readonly Regex Metadata = new(
        """public static Operation \w+ \{ get; \} = new\(\) \{ Id = "(?<id>[^"]+)",""",
        RegexOptions.NonBacktracking
    );

    private GeneratedClient(IReadOnlyDictionary<string, string> files) => Files = files;

    /// <summary>Gets the files by name.</summary>
    public IReadOnlyDictionary<string, string> Files { get; }

    /// <summary>Reads the generated files of a folder.</summary>
    public static GeneratedClient Read(string folder) =>
        new(
            Directory.Exists(folder)
                ? Directory
                    .EnumerateFiles(folder, "*.g.cs")
                    .ToDictionary(file => Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal)
                : []
        );

    /// <summary>Gets the operationIds that have a method and metadata.</summary>
    public IReadOnlySet<string> Operations()
    {
        var methods = Ids(Files.GetValueOrDefault("Clients.g.cs", ""), Method);
        methods.IntersectWith(Ids(Files.GetValueOrDefault("Operations.g.cs", ""), Metadata));
        return methods;
    }

    /// <summary>Names the files that differ from those of another generation.</summary>
    public IEnumerable<string> DifferentFrom(IReadOnlyDictionary<string, string> expected) =>
        expected
            .Keys.Union(Files.Keys)
            .Where(name => expected.GetValueOrDefault(name) != Files.GetValueOrDefault(name))
            .Order(StringComparer.Ordinal);

    private static HashSet<string> Ids(string text, Regex pattern) =>
        pattern.Matches(text).Select(match => match.Groups["id"].Value).ToHashSet(StringComparer.Ordinal);
}
