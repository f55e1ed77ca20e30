using System.Runtime.InteropServices;

namespace PactNet.Interop;

/// <summary>
/// Which build of the core this process needs, and where npm keeps it. The same table as Native.targets.
/// </summary>
/// <param name="Name">The end of the npm package's name.</param>
/// <param name="Folder">The folder below <c>prebuilds</c>.</param>
/// <param name="File">The name of the file.</param>
internal sealed record PactPlatform(string Name, string Folder, string File)
{
    public static PactPlatform Current { get; } = Detect();

    /// <summary>Gets what to install, for a message.</summary>
    public string Remedy =>
        $"Install the npm package @pact-foundation/pact-core-{Name} 20.2.0 and name its prebuilds/{Folder}/{File}: "
        + "--pact-library FILE of the tool, PactLibrary.Use in code.";

    /// <summary>Gets the places where the library is looked for.</summary>
    public IReadOnlyList<string> Places =>
        [
            Path.Combine(AppContext.BaseDirectory, File),
            Path.Combine(AppContext.BaseDirectory, "prebuilds", Folder, File),
        ];

    private static PactPlatform Detect()
    {
        // There is one build for Windows.
        if (OperatingSystem.IsWindows())
        {
            return new("windows-x64", "win32-x64", "pact_ffi.dll");
        }

        var cpu = RuntimeInformation.ProcessArchitecture is Architecture.Arm64 ? "arm64" : "x64";
        if (OperatingSystem.IsMacOS())
        {
            return new($"darwin-{cpu}", $"darwin-{cpu}", "libpact_ffi.dylib");
        }

        return IsMusl
            ? new($"linux-{cpu}-musl", $"linux-{cpu}", "libpact_ffi_musl.so")
            : new($"linux-{cpu}-glibc", $"linux-{cpu}", "libpact_ffi.so");
    }

    private static bool IsMusl =>
        RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal)
        || RuntimeInformation.RuntimeIdentifier.StartsWith("alpine", StringComparison.Ordinal);
}
