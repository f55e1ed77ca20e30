using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>
/// Writes several files of one folder so that after a crash either all are old or all are new: everything is staged,
/// then a journal is written in one step, then the files are moved. A journal that is found later is finished.
/// </summary>
internal sealed class FileTransaction(string folder)
{
    private const string StageName = ".pin-stage";
    private const string JournalName = "journal.json";
    private const string RemoveIt = "Remove the folder that it is in; git tells what was changed.";

    private readonly SortedDictionary<string, byte[]> _writes = new(StringComparer.Ordinal);

    /// <summary>Adds a file to write.</summary>
    /// <param name="relativePath">Its path below the folder.</param>
    /// <param name="content">All of its bytes.</param>
    public void Write(string relativePath, byte[] content) => _writes[relativePath] = content;

    /// <summary>Writes what differs from what is there.</summary>
    /// <param name="beforeMove">Called before each move; tests break off there.</param>
    /// <returns>The paths that changed.</returns>
    public IReadOnlyList<string> Commit(Action<string>? beforeMove = null)
    {
        var changed = _writes
            .Where(write => !IsSame(Path.Combine(folder, write.Key), write.Value))
            .Select(write => write.Key)
            .ToList();
        if (changed.Count == 0)
        {
            return changed;
        }

        var stage = Path.Combine(folder, StageName);
        if (Directory.Exists(stage))
        {
            Directory.Delete(stage, recursive: true);
        }

        Directory.CreateDirectory(stage);
        for (var i = 0; i < changed.Count; i++)
        {
            WriteThrough(Path.Combine(stage, $"{i}.new"), _writes[changed[i]]);
        }

        var journal = new JArray(changed);
        var draft = Path.Combine(stage, JournalName + ".draft");
        WriteThrough(draft, Encoding.UTF8.GetBytes(journal.ToString()));
        File.Move(draft, Path.Combine(stage, JournalName));
        Finish(folder, beforeMove);
        return changed;
    }

    /// <summary>
    /// Finishes what a crash interrupted after the journal was written, and clears away what it interrupted before.
    /// </summary>
    public static void Recover(string folder)
    {
        if (Directory.Exists(Path.Combine(folder, StageName)))
        {
            Finish(folder, beforeMove: null);
        }
    }

    private static void Finish(string folder, Action<string>? beforeMove)
    {
        var stage = Path.Combine(folder, StageName);
        var journal = Path.Combine(stage, JournalName);
        if (File.Exists(journal))
        {
            var paths = PathsOf(folder, journal);
            for (var i = 0; i < paths.Count; i++)
            {
                var staged = Path.Combine(stage, $"{i}.new");
                if (!File.Exists(staged))
                {
                    continue;
                }

                beforeMove?.Invoke(paths[i]);
                var target = Path.Combine(folder, paths[i]);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Move(staged, target, overwrite: true);
            }
        }

        Directory.Delete(stage, recursive: true);
    }

    // The journal lies in the checkout, which may be somebody else's: it may name nothing outside of the folder.
    private static List<string> PathsOf(string folder, string journal)
    {
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        try
        {
            var paths = JArray
                .Parse(Encoding.UTF8.GetString(BoundedFile.Read(journal)))
                .Select(entry => entry.Text() ?? throw new JsonReaderException("A path is no text."))
                .ToList();
            return paths.TrueForAll(path =>
                Path.GetFullPath(Path.Combine(root, path)).StartsWith(root, StringComparison.Ordinal)
            )
                ? paths
                : throw new SpecException(journal, "It names a file outside of its folder.", RemoveIt);
        }
        catch (JsonException error)
        {
            throw new SpecException(journal, $"It cannot be read: {error.Message}", RemoveIt, error);
        }
    }

    private static bool IsSame(string path, byte[] content) =>
        File.Exists(path)
        && new FileInfo(path).Length == content.Length
        && File.ReadAllBytes(path).AsSpan().SequenceEqual(content);

    private static void WriteThrough(string path, byte[] content)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }
}
