using System.Text;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>
/// Writes a file whole or not at all. A link stays a link, and what it leads to is written. Something like
/// <c>/dev/stdout</c>, or a pipe that has a name, is written to as it is.
/// </summary>
internal static class WholeFile
{
    /// <summary>Writes text in UTF-8.</summary>
    /// <param name="path">The file; its folder is made when it is missing.</param>
    /// <param name="text">All of it.</param>
    /// <param name="cancellationToken">Ends the writing, and leaves what was there.</param>
    /// <exception cref="SpecException">The path is that of a folder.</exception>
    /// <exception cref="SpecEnvironmentException">The file cannot be written.</exception>
    public static async Task WriteAsync(string path, string text, CancellationToken cancellationToken = default)
    {
        try
        {
            await WriteWholeAsync(path, text, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SpecEnvironmentException(
                $"{path}: The file cannot be written: {Reason(error)} Choose a folder that you may write to.",
                error
            );
        }
    }

    // The system's sentence names the file again, and has no full stop. Example: No space left on device : '/dev/full'.
    private static string Reason(Exception error) => error.Message.TrimEnd('.') + ".";

    private static async Task WriteWholeAsync(string path, string text, CancellationToken cancellationToken)
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

        if (await TryWritePipeAsync(full, text, cancellationToken).ConfigureAwait(false))
        {
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

    // A draft that is moved onto a pipe would take it from whoever reads there. Only an opened file tells what it is, and
    // the opening of a pipe waits for its reader.
    private static async Task<bool> TryWritePipeAsync(string path, string text, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows() || !File.Exists(path))
        {
            return false;
        }

        FileStream file;
        try
        {
            file = await Task.Run(() => Open(path), cancellationToken)
                .WaitAsync(cancellationToken)
                .ConfigureAwait(false);
        }
        catch (UnauthorizedAccessException)
        {
            // A file that is read-only can be replaced all the same.
            return false;
        }

        await using (file.ConfigureAwait(false))
        {
            if (file.CanSeek)
            {
                return false;
            }

            await file.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).ConfigureAwait(false);
            return true;
        }
    }

    private static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
}
