using System.Text;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Grants.Files;

namespace Pinterest.OpenApi.Mcp.Storage;

/// <summary>A file for its owner only (0600), in a folder for its owner only (0700).</summary>
internal static class StoreFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode WritableByOthers = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>Makes folder and file, or checks those that are there.</summary>
    /// <exception cref="AuditStoreException">The file is a link or a folder, or others may write to the folder.</exception>
    public static void Ensure(string path)
    {
        EnsureFolder(Path.GetDirectoryName(path)!);
        var file = new FileInfo(path);
        if (file.LinkTarget is not null)
        {
            throw new AuditStoreException(
                $"'{file.Name}' is a link. Remove it: somebody may have put it there to have another file overwritten."
            );
        }

        if (Directory.Exists(path))
        {
            throw new AuditStoreException($"'{file.Name}' is a folder. Name a file for the log.");
        }

        if (!file.Exists)
        {
            CreateEmpty(path);
        }
        else if (!OperatingSystem.IsWindows() && (file.UnixFileMode & ~OwnerOnly) != 0)
        {
            file.UnixFileMode = OwnerOnly;
        }
    }

    /// <summary>Writes a small file whole: readers see the old or the new one.</summary>
    public static void Replace(string path, string content)
    {
        // Each writer has a file of its own for the moment before the rename.
        var temporary = $"{path}.{Environment.ProcessId}-{Guid.NewGuid():N}";
        try
        {
            using (var file = new FileStream(temporary, Options()))
            {
                file.Write(Encoding.UTF8.GetBytes(content));
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>
    /// Writes a line over the one that a small file has, which must not be longer. A file that is missing or a link is
    /// replaced, because a link would lead the line into another file.
    /// </summary>
    /// <remarks>
    /// Replacing the file each time would cost more than the rest of an entry: a file system writes a file to the disk
    /// before it takes the place of another.
    /// </remarks>
    public static void Overwrite(string path, string content)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.LinkTarget is not null)
        {
            Replace(path, content);
            return;
        }

        using var handle = File.OpenHandle(
            path,
            FileMode.Open,
            FileAccess.Write,
            FileShare.ReadWrite | FileShare.Delete
        );
        RandomAccess.Write(handle, Encoding.UTF8.GetBytes(content), fileOffset: 0);
    }

    /// <summary>Makes or empties a file for its owner only, for an export.</summary>
    public static FileStream Create(string path)
    {
        var options = Options();
        options.Mode = FileMode.Create;
        return new FileStream(path, options);
    }

    private static void EnsureFolder(string folder)
    {
        OwnerFile.EnsureFolder(folder);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(folder) & WritableByOthers) != 0)
        {
            throw new AuditStoreException(
                $"Others may write to the folder '{Path.GetFileName(folder)}' of the log. Take that right away: chmod 700."
            );
        }
    }

    private static void CreateEmpty(string path)
    {
        try
        {
            using var file = new FileStream(path, Options());
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process made it at the same time.
        }
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.ReadWrite | FileShare.Delete,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return options;
    }
}
