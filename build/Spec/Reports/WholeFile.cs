using System.Text;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>
/// Writes a file whole or not at all. A link stays a link, and what it leads to is written. Something like
/// <c>/dev/stdout</c> is written to as it is.
/// </summary>
internal static class WholeFile
{
    /// <summary>Writes text in UTF-8.</summary>
    /// <param name="path">The file; its folder is made when it is missing.</param>
    /// <param name="text">All of it.</param>
    /// <param name="cancellationToken">Ends the writing, and leaves what was there.</param>
    /// <exception cref="SpecException">The path is that of a folder.</exception>
    public static async Task WriteAsync(string path, string text, CancellationToken cancellationToken = default)
    {
        if (Directory.Exists(path))
        {
            throw new SpecException(path, "This is a folder.", "Pass the name of a file.");
        }

        var full = SpecialFile.Target(path);
        if (SpecialFile.Is(full) || SpecialFile.Is(Path.GetFullPath(path)))
        {
            // By its own name: what /dev/stdout leads to may have no name that can be opened.
            await File.AppendAllTextAsync(path, text, cancellationToken).ConfigureAwait(false);
            return;
        }

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
