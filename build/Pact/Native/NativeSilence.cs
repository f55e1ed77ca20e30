using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace PactNet.Interop;

/// <summary>
/// Keeps native code off the standard output until it is disposed. The verifier always prints its report there, but
/// the standard output of the tool holds a report of its own. What .NET prints meanwhile still arrives.
/// </summary>
[SuppressMessage(
    "Usage",
    "CA2216:Disposable types should declare finalizer",
    Justification = "A finalizer would redirect the standard output at any time."
)]
internal sealed partial class NativeSilence : IDisposable
{
    private const int StandardOutput = 1;
    private const int WindowsStandardOutput = -11;
    private readonly nint _saved;

    public NativeSilence()
    {
        // From here on the console writes to a handle of its own.
        _ = Console.Out;
        if (OperatingSystem.IsWindows())
        {
            // Rust drops what it prints when there is no handle.
            _saved = GetStdHandle(WindowsStandardOutput);
            _ = SetStdHandle(WindowsStandardOutput, 0);
            return;
        }

        _saved = Duplicate(StandardOutput);
        using var nowhere = File.OpenHandle("/dev/null", FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        _ = Duplicate((int)nowhere.DangerousGetHandle(), StandardOutput);
    }

    public void Dispose()
    {
        if (OperatingSystem.IsWindows())
        {
            _ = SetStdHandle(WindowsStandardOutput, _saved);
            return;
        }

        // Negative when the process has no standard output to begin with.
        if (_saved < 0)
        {
            return;
        }

        _ = Duplicate((int)_saved, StandardOutput);
        _ = Close((int)_saved);
    }

    [LibraryImport("libc", EntryPoint = "dup")]
    private static partial int Duplicate(int descriptor);

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int Duplicate(int descriptor, int target);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);

    [LibraryImport("kernel32", EntryPoint = "GetStdHandle")]
    private static partial nint GetStdHandle(int kind);

    [LibraryImport("kernel32", EntryPoint = "SetStdHandle")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetStdHandle(int kind, nint handle);
}
