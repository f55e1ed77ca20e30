using System.Runtime.InteropServices;

namespace Pinterest.OpenApi;

/// <summary>The folder of a <see cref="FileTokenStore"/>: for its owner only, and written through to the disk.</summary>
internal static class TokenFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite
        | UnixFileMode.OtherExecute;

    private const UnixFileMode WritableByOthers = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>Makes the folder, or checks the one that is there.</summary>
    /// <exception cref="PinterestTokenStoreException">Others may write to it.</exception>
    public static void Ensure(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        }

        Check(folder);
    }

    /// <summary>Checks a folder, if there is one.</summary>
    /// <exception cref="PinterestTokenStoreException">Others may write to it.</exception>
    public static void Check(string folder)
    {
        if (
            !OperatingSystem.IsWindows()
            && Directory.Exists(folder)
            && (File.GetUnixFileMode(folder) & WritableByOthers) != 0
        )
        {
            throw PinterestTokenStoreException.OfFile(
                folder,
                "is writable by other users, who could replace a token. Remove that right: chmod 700."
            );
        }
    }

    /// <summary>Removes the rights of other users to a file, and rejects a link.</summary>
    /// <exception cref="PinterestTokenStoreException">The file is a link.</exception>
    public static void Secure(string path)
    {
        var file = new FileInfo(path);
        if (file.LinkTarget is not null)
        {
            throw PinterestTokenStoreException.OfFile(
                path,
                "is a link. Remove it: following it could overwrite another file."
            );
        }

        if (!OperatingSystem.IsWindows() && file.Exists && (file.UnixFileMode & Others) != 0)
        {
            file.UnixFileMode = OwnerOnly;
        }
    }

    /// <summary>Gives the options of a file that only its owner may read, and nobody else may open meanwhile.</summary>
    public static FileStreamOptions Options(FileMode mode)
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

    /// <summary>
    /// Writes the names of the folder's files to the disk. Without it, a power cut may bring back the file of before a
    /// rename. Windows has no such call and needs none.
    /// </summary>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(folder, 0);
        if (descriptor < 0)
        {
            return;
        }

        _ = Sync(descriptor);
        _ = Close(descriptor);
    }

    /// <summary>Tells whether an error says that another process has the file open.</summary>
    public static bool IsSharingViolation(IOException error)
    {
        const int Windows = unchecked((int)0x80070020);
        const int WindowsLock = unchecked((int)0x80070021);

        // EWOULDBLOCK of Linux and of the systems of BSD.
        const int Linux = 11;
        const int Bsd = 35;
        return OperatingSystem.IsWindows() ? error.HResult is Windows or WindowsLock : error.HResult is Linux or Bsd;
    }

    [DllImport(
        "libc",
        EntryPoint = "open",
        CharSet = CharSet.Ansi,
        BestFitMapping = false,
        ThrowOnUnmappableChar = true
    )]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(string path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
