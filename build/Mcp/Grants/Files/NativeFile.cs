using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace Pinterest.OpenApi.Mcp.Grants.Files;

/// <summary>Opens files of Unix without waiting, which .NET cannot.</summary>
[UnsupportedOSPlatform("windows")]
internal static class NativeFile
{
    // O_RDONLY is 0 everywhere; O_NONBLOCK is not the same everywhere.
    private const int LinuxNonBlocking = 0x800;
    private const int BsdNonBlocking = 0x4;
    private const int CloseOnExecLinux = 0x80000;
    private const int CloseOnExecBsd = 0x1000000;

    /// <summary>Opens a file to read it. A pipe is not waited for.</summary>
    /// <exception cref="IOException">It cannot be opened, or is no regular file.</exception>
    public static FileStream OpenRead(string path)
    {
        var flags = OperatingSystem.IsLinux() ? LinuxNonBlocking | CloseOnExecLinux : BsdNonBlocking | CloseOnExecBsd;
        var descriptor = Open(path, flags);
        if (descriptor < 0)
        {
            throw new IOException("The file cannot be opened.");
        }

        var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        try
        {
            var file = new FileStream(handle, FileAccess.Read);
            return file.CanSeek ? file : throw new IOException("It is no regular file.");
        }
        catch (Exception error)
            when (error is ArgumentException or NotSupportedException or IOException or UnauthorizedAccessException)
        {
            handle.Dispose();
            throw new IOException("It is no regular file.", error);
        }
    }

    /// <summary>Gives the path that an open file has by now, or null where the system does not say.</summary>
    public static string? PathOf(FileStream file)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var entry = $"/proc/self/fd/{file.SafeFileHandle.DangerousGetHandle()}";
        return new FileInfo(entry).LinkTarget;
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
}
