using System.Text;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>Writes a file whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Writes text in UTF-8.</summary>
    /// <param name="path">The file; its folder is made when it is missing.</param>
    /// <param name="text">All of it.</param>
    /// <param name="cancellationToken">Ends the writing, and leaves what was there.</param>
    public static async Task WriteAsync(string path, string text, CancellationToken cancellationToken = default)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var draft = $"{full}.{Guid.NewGuid():N}.tmp";
        try
        {
            await File.WriteAllTextAsync(draft, text, new UTF8Encoding(false), cancellationToken).ConfigureAwait(false);
            File.Move(draft, full, overwrite: true);
        }
        finally
        {
            if (File.Exists(draft))
            {
                File.Delete(draft);
            }
        }
    }
}
