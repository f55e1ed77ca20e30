using System.Text;

namespace Pinterest.OpenApi.Spec.Generation;

/// <summary>Writes the files of a generated client. A file that does not change keeps its time.</summary>
internal static class GeneratedFolder
{
    /// <summary>Writes the files, and deletes generated files that are no longer made.</summary>
    /// <param name="output">The folder.</param>
    /// <param name="files">The files, with their contents.</param>
    public static void Write(string output, IReadOnlyDictionary<string, string> files)
    {
        Directory.CreateDirectory(output);
        foreach (var (name, content) in files)
        {
            WriteIfDifferent(Path.Combine(output, name), content);
        }

        foreach (
            var stale in Directory
                .EnumerateFiles(output, "*.g.cs")
                .Where(file => !files.ContainsKey(Path.GetFileName(file)))
        )
        {
            File.Delete(stale);
        }
    }

    private static void WriteIfDifferent(string path, string content)
    {
        if (File.Exists(path) && File.ReadAllText(path) == content)
        {
            return;
        }

        var draft = path + ".tmp";
        File.WriteAllText(draft, content, new UTF8Encoding(false));
        File.Move(draft, path, overwrite: true);
    }
}
