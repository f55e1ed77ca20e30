using Pinterest.OpenApi.Spec;

namespace Pinterest.OpenApi.Sandbox.State;

/// <summary>
/// Keeps a state file for one sandbox. The lock is a file beside it that is open as long as the sandbox runs; the
/// operating system lets it go with the process, whatever ends that.
/// </summary>
internal sealed class StateLock : IDisposable
{
    // A sharing violation of Windows, and what Linux and macOS call a file that somebody else has locked.
    private static readonly int[] Taken = [unchecked((int)0x80070020), 11, 35];

    private readonly FileStream _file;

    private StateLock(FileStream file) => _file = file;

    /// <summary>Takes the lock of a state file.</summary>
    /// <param name="stateFile">The full path of the state file.</param>
    /// <exception cref="SpecException">Another sandbox uses the state file, or the lock file is a link.</exception>
    public static StateLock Take(string stateFile)
    {
        var path = stateFile + ".lock";

        // What a link leads to may be anybody's file.
        if (new FileInfo(path).LinkTarget is not null)
        {
            throw new SpecException(path, "The lock file is a link.", "Remove it, and start the sandbox again.");
        }

        FileStream? file = null;
        try
        {
            file = Open(path);
            RequireLocks(path);
            return new StateLock(file);
        }
        catch (Exception error)
        {
            file?.Dispose();
            if (error is IOException && Taken.Contains(error.HResult))
            {
                throw new SpecException(
                    stateFile,
                    "Another sandbox uses it.",
                    "Stop the other sandbox, or pass another file.",
                    error
                );
            }

            throw;
        }
    }

    public void Dispose() => _file.Dispose();

    // A second opening must fail. It does not where the file system knows no locks, or where .NET was told to use none.
    private static void RequireLocks(string path)
    {
        try
        {
            Open(path).Dispose();
        }
        catch (IOException error) when (Taken.Contains(error.HResult))
        {
            return;
        }

        throw new SpecException(
            path,
            "Files cannot be locked here, so two sandboxes could use one state.",
            "Unset DOTNET_SYSTEM_IO_DISABLEFILELOCKING, or pass a file on another file system."
        );
    }

    private static FileStream Open(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
}
