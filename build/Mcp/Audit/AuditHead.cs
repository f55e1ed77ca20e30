using System.Globalization;
using System.Text;
using Pinterest.OpenApi.Mcp.Grants.Files;
using Pinterest.OpenApi.Mcp.Storage;

namespace Pinterest.OpenApi.Mcp.Audit;

/// <summary>
/// The last entry, noted outside of the file, so that a log whose end was cut off is found: one line, the number and the
/// hash. It may lag behind the log (a process can be killed between the two), but never be ahead of it.
/// </summary>
/// <param name="path">The file, or null for none.</param>
/// <param name="makesFolder">Whether a folder that is missing is made.</param>
internal sealed class AuditHead(string? path, bool makesFolder = false)
{
    private const int Longest = 200;
    private const int MostReads = 100;

    public string Name => path is null ? "" : Path.GetFileName(path);

    /// <summary>Reads the note; null when there is none.</summary>
    /// <exception cref="AuditStoreException">The file is no note, or cannot be read.</exception>
    public AuditLink? Read()
    {
        if (path is null || !File.Exists(path))
        {
            return null;
        }

        try
        {
            var text = ReadText(path).TrimEnd('\n');

            // A power cut can leave an empty file in place of one that was just renamed.
            return text.Length == 0 ? null : Parse(text);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new AuditStoreException(
                $"'{Name}', which notes the end of the log, cannot be read. Check its owner.",
                error
            );
        }
    }

    /// <summary>Notes an entry, unless a later one is noted already.</summary>
    /// <returns>Why it could not be noted, or null.</returns>
    public Exception? TryWrite(AuditLink link)
    {
        if (path is null)
        {
            return null;
        }

        try
        {
            if (makesFolder && !File.Exists(path))
            {
                OwnerFile.EnsureFolder(Path.GetDirectoryName(path)!);
            }

            if (Read() is not { } noted || noted.Number < link.Number)
            {
                StoreFile.Overwrite(path, string.Create(CultureInfo.InvariantCulture, $"{link.Number} {link.Hash}\n"));
            }

            return null;
        }
        catch (Exception error) when (error is AuditStoreException or IOException or UnauthorizedAccessException)
        {
            return error;
        }
    }

    /// <summary>Says what the note tells of a log, or null when both agree.</summary>
    public AuditContradiction? Contradiction(AuditLink? noted, AuditLink last, Func<long, AuditLink?> find)
    {
        if (noted is null)
        {
            return null;
        }

        if (noted.Number > last.Number)
        {
            return new AuditContradiction(
                AuditProblem.CutOff,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the log ends with entry {last.Number}, but '{Name}' has seen entry {noted.Number}: its end was cut off"
                )
            );
        }

        var found = noted.Number == last.Number ? last : find(noted.Number);
        return found?.Hash == noted.Hash
            ? null
            : new AuditContradiction(
                AuditProblem.Replaced,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"entry {noted.Number} is not the one that '{Name}' has seen: the log was replaced or rewritten"
                )
            );
    }

    // Another process may write the line at this moment. What is read twice alike was not half of it.
    private static string ReadText(string path)
    {
        Span<byte> first = stackalloc byte[Longest];
        Span<byte> second = stackalloc byte[Longest];
        using var file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
        for (var attempt = 0; attempt < MostReads; attempt++)
        {
            var one = first[..RandomAccess.Read(file, first, 0)];
            if (one.SequenceEqual(second[..RandomAccess.Read(file, second, 0)]))
            {
                return Encoding.UTF8.GetString(one);
            }
        }

        throw new IOException("The file changes all the time.");
    }

    private AuditLink Parse(string text) =>
        text.Split(' ') is [var number, { Length: 64 } hash]
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
            ? new AuditLink(parsed, hash)
            : throw new AuditStoreException(
                $"'{Name}', which notes the end of the log, is damaged. Check the log with 'log --verify', then remove it."
            );
}
