using System.Globalization;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Diff.Policy;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Reports;

namespace Pinterest.OpenApi.Spec.Checking;

/// <summary>
/// Reads what a user decides about findings: severities, what to ignore, and when a comparison fails.
/// </summary>
internal static class PolicyFile
{
    /// <summary>The name of the file that is found without being named.</summary>
    public const string Name = ".pinterest-openapi.json";

    private const int MaxBytes = 1024 * 1024;
    private const string Allow = "allow";
    private const string Break = "break";
    private static readonly string[] Members = ["$schema", "severities", "ignore", "failOn", "sunset"];

    /// <summary>
    /// Finds the file in a folder or above it, up to the folder that is the root of its repository. Outside of a
    /// repository only the folder itself is looked at.
    /// </summary>
    /// <param name="folder">The folder to begin at.</param>
    /// <returns>The file, or null when there is none.</returns>
    public static string? Find(string folder)
    {
        string? found = null;
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            var file = Path.Combine(current.FullName, Name);
            found ??= File.Exists(file) ? file : null;

            // The root of a working tree has a folder .git, that of a further working tree a file .git.
            var root = Path.Combine(current.FullName, ".git");
            if (Directory.Exists(root) || File.Exists(root))
            {
                return found;
            }
        }

        var own = Path.Combine(folder, Name);
        return File.Exists(own) ? own : null;
    }

    /// <summary>Reads the file that a user named, or the one that is found; without one nothing is decided.</summary>
    /// <param name="named">The file that the user named, or null.</param>
    /// <param name="folder">The folder to begin at when no file was named.</param>
    /// <exception cref="SpecException">The named file does not exist, or the file is malformed.</exception>
    public static DiffPolicy Read(string? named, string folder)
    {
        if (named is not null && !File.Exists(named))
        {
            throw new SpecException(named, "There is no such configuration file.", "Check --config.");
        }

        return (named ?? Find(folder)) is { } file ? Read(file) : DiffPolicy.None;
    }

    private static DiffPolicy Read(string path)
    {
        var name = Path.GetFileName(path);
        var root = DescriptionReader.Parse(BoundedFile.Read(path, MaxBytes), name);
        DemandMembers(name, root, Members);
        return new DiffPolicy
        {
            File = name,
            Severities = SeveritiesOf(name, root["severities"]),
            Ignore = [.. ListOf(name, root["ignore"]).Select(entry => IgnoreEntryReader.Read(name, entry))],
            FailOn = Word(name, root["failOn"], FailOn.Words),
            AllowsSunset = Word(name, root["sunset"], [Allow, Break]) == Allow,
        };
    }

    /// <summary>Rejects members that nobody knows, so that a mistyped one is not passed over.</summary>
    /// <exception cref="SpecException">There is such a member.</exception>
    internal static void DemandMembers(string file, JObject node, IReadOnlyCollection<string> known)
    {
        foreach (var member in node.Properties().Where(member => !known.Contains(member.Name)))
        {
            throw new SpecException(
                JsonPointer.Place(file, member.Value),
                $"There is no member '{member.Name}'.",
                $"The members are {string.Join(", ", known)}."
            );
        }
    }

    /// <summary>Rejects the id of a rule that does not exist.</summary>
    /// <exception cref="SpecException">There is no such rule.</exception>
    internal static void DemandRule(string file, JToken place, string rule)
    {
        if (DiffRules.All.All(known => known.Id != rule))
        {
            throw new SpecException(
                JsonPointer.Place(file, place),
                $"There is no rule '{rule}'.",
                "See 'pinterest-openapi diff --rules'."
            );
        }
    }

    private static Dictionary<string, RuleSeverity> SeveritiesOf(string file, JToken? node)
    {
        if (node is not null and not JObject)
        {
            throw new SpecException(
                JsonPointer.Place(file, node),
                "This is no object.",
                "Write { \"RULE\": \"SEVERITY\" }."
            );
        }

        var severities = new Dictionary<string, RuleSeverity>(StringComparer.Ordinal);
        foreach (var member in (node as JObject)?.Properties() ?? [])
        {
            DemandRule(file, member.Value, member.Name);
            severities[member.Name] = SeverityOf(file, member.Value);
        }

        return severities;
    }

    // Examples: "compatible" for both directions, or {"response": "breaking"} for one.
    private static RuleSeverity SeverityOf(string file, JToken value)
    {
        if (value is not JObject directions)
        {
            var both = Severity(file, value);
            return new RuleSeverity(both, both);
        }

        DemandMembers(file, directions, [Direction.Request.Word(), Direction.Response.Word()]);
        return new RuleSeverity(
            Severity(file, directions[Direction.Request.Word()]),
            Severity(file, directions[Direction.Response.Word()])
        );
    }

    private static Severity? Severity(string file, JToken? value) =>
        Word(file, value, [.. Enum.GetValues<Severity>().Select(severity => severity.Word())]) is { } word
            ? DiffReports.Parse(word)
            : null;

    private static IEnumerable<JToken> ListOf(string file, JToken? node) =>
        node switch
        {
            null => [],
            JArray list => list,
            _ => throw new SpecException(
                JsonPointer.Place(file, node),
                "This is no list.",
                "Write [ { \"rule\": ..., \"reason\": ... } ]."
            ),
        };

    private static string? Word(string file, JToken? value, IReadOnlyList<string> words)
    {
        if (value is null)
        {
            return null;
        }

        return value.Text() is { } text && words.Contains(text)
            ? text
            : throw new SpecException(
                JsonPointer.Place(file, value),
                $"'{value.PlainText()}' is none of {string.Join(", ", words)}.",
                "Write one of them."
            );
    }
}
