using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Pinterest.OpenApi.Mcp.Grants.Files;

/// <summary>A file that only its owner may read and write, and that is replaced in one step.</summary>
internal static class OwnerFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode WritableByOthers = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>Makes a folder for its owner only, if it is missing.</summary>
    public static void EnsureFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Opens a regular file. A pipe or a device is refused without waiting for it.</summary>
    /// <exception cref="IOException">It is no regular file, or cannot be opened.</exception>
    public static SafeFileHandle OpenRead(string path)
    {
        // Opening a pipe would wait for somebody who writes into it.
        if (!OperatingSystem.IsWindows() && File.Exists(path))
        {
            return NativeFile.OpenRead(path).SafeFileHandle;
        }

        return File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
    }

    /// <summary>Tells whether others than the owner may write to an open file.</summary>
    public static bool IsWritableByOthers(SafeFileHandle file) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & WritableByOthers) != 0;

    /// <summary>Opens a file that nobody else may open meanwhile.</summary>
    public static FileStream OpenLock(string path) => new(path, Options(FileMode.OpenOrCreate));

    /// <summary>Writes a file whole, or leaves it as it was.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        // A link that somebody put there is replaced, not followed.
        var draft = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var file = new FileStream(draft, Options(FileMode.CreateNew)))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    /// <summary>Tells whether an error says that somebody else has the file open.</summary>
    public static bool IsSharingViolation(IOException error)
    {
        const int Windows = unchecked((int)0x80070020);
        const int WindowsLock = unchecked((int)0x80070021);

        // EWOULDBLOCK of Linux and of the systems of BSD.
        const int Linux = 11;
        const int Bsd = 35;
        return OperatingSystem.IsWindows() ? error.HResult is Windows or WindowsLock : error.HResult is Linux or Bsd;
    }

    /// <summary>Says why a file cannot be used, without its path.</summary>
    public static string Reason(Exception error) =>
        error switch
        {
            UnauthorizedAccessException => "no right to it",
            NotSupportedException => "it is no regular file",
            _ when IsFull(error) => "the disk is full",
            _ => error.GetType().Name,
        };

    private static bool IsFull(Exception error)
    {
        const int WindowsDiskFull = unchecked((int)0x80070070);
        const int NoSpace = 28;
        return error.HResult is WindowsDiskFull or NoSpace;
    }

    private static FileStreamOptions Options(FileMode mode)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return options;
    }
}
