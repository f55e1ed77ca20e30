using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation;

/// <summary>
/// Notes beside the generated client of a checkout what it was made from, so that a check need not generate it again
/// from inputs that have not changed.
/// </summary>
internal sealed class GenerationRecord
{
    private const string FileName = "generated.json";
    private const int LargestFile = 100_000;

    /// <summary>The folders of build/Spec that the generator consists of.</summary>
    internal static readonly IReadOnlyList<string> Folders = ["Documents", "Generation", "Operations", "Schemas"];

    private readonly string _inputs;

    private GenerationRecord(string inputs) => _inputs = inputs;

    /// <summary>
    /// Reads everything that decides what the client becomes: the description, the decisions, the templates, and the
    /// generator itself. To be called before the generation, so that an input that changes meanwhile is noticed later.
    /// </summary>
    /// <param name="layout">The checkout.</param>
    public static GenerationRecord Of(RepositoryLayout layout)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Inputs(layout))
        {
            Add(hash, Path.GetRelativePath(layout.Root, file));
            Add(hash, File.Exists(file) ? HashOf(File.ReadAllBytes(file)) : "none");
        }

        return new GenerationRecord(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Notes that the client was made from these inputs.</summary>
    /// <param name="folder">The folder of the client.</param>
    /// <param name="files">The files of the client, with their contents.</param>
    /// <param name="normalised">The description that they were made from.</param>
    public void Save(string folder, IReadOnlyDictionary<string, string> files, NormalisedDescription normalised)
    {
        // The next check says what stopped applying, which a record does not know.
        if (normalised.StaleDecisions.Count > 0)
        {
            return;
        }

        var record = new JObject
        {
            ["inputs"] = _inputs,
            ["passes"] = new JObject(normalised.Counts.Select(pass => new JProperty(pass.Name, pass.Count))),
            ["files"] = Hashes(files),
        };
        File.WriteAllText(Path.Combine(folder, FileName), record.ToString(Formatting.Indented));
    }

    /// <summary>Finds out whether the client was made from these inputs, and nobody has changed it since.</summary>
    /// <param name="folder">The folder of the client.</param>
    /// <param name="files">The files of the client, with their contents.</param>
    /// <returns>What each pass did; null where the client is another, or there is no record that can be read.</returns>
    public IReadOnlyList<PassCount>? Find(string folder, IReadOnlyDictionary<string, string> files)
    {
        var record = Read(Path.Combine(folder, FileName));
        return
            record?["inputs"] is JValue { Value: string inputs }
            && inputs == _inputs
            && JToken.DeepEquals(record["files"], Hashes(files))
            && record["passes"] is JObject passes
            && passes.PropertyValues().All(count => count.Type is JTokenType.Integer)
            ? [.. passes.Properties().Select(pass => new PassCount(pass.Name, (int)pass.Value))]
            : null;
    }

    /// <summary>Forgets what the client was made from, because it becomes another.</summary>
    /// <param name="folder">The folder of the client.</param>
    public static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            File.Delete(Path.Combine(folder, FileName));
        }
    }

    private static JObject? Read(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: <= LargestFile }
                ? DescriptionReader.Parse(File.ReadAllBytes(path), path)
                : null;
        }
        catch (SpecException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Inputs(RepositoryLayout layout) =>
        [
            layout.PinnedDescription,
            layout.Overlay,
            layout.Names,
            layout.Summaries,
            layout.Glossary,
            layout.NamesLock,
            layout.NSwagConfiguration,
            // The versions of NSwag and of the libraries.
            Path.Combine(layout.Root, "Directory.Packages.props"),
            .. FilesOf(layout.Templates, "*.liquid"),
            .. Folders.SelectMany(folder => FilesOf(Path.Combine(layout.Root, "build", "Spec", folder), "*.cs")),
        ];

    private static IEnumerable<string> FilesOf(string folder, string pattern) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [];

    private static JObject Hashes(IReadOnlyDictionary<string, string> files) =>
        new(
            files
                .OrderBy(file => file.Key, StringComparer.Ordinal)
                .Select(file => new JProperty(file.Key, HashOf(Encoding.UTF8.GetBytes(file.Value))))
        );

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static void Add(IncrementalHash hash, string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + '\n'));
}
