using System.Runtime.InteropServices;
using PactNet.Interop;

namespace Pinterest.OpenApi.PactCore;

/// <summary>
/// The native library behind pacts and verifications, libpact_ffi 0.5.8. It is loaded when first needed.
/// </summary>
public static class PactLibrary
{
    private static readonly Lock Gate = new();
    private static string? _path;
    private static nint _library;

    /// <summary>Names the file to load, in place of the one beside the program.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidOperationException">The library is loaded already.</exception>
    public static void Use(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        lock (Gate)
        {
            if (_library != 0)
            {
                throw new InvalidOperationException(
                    $"The Pact core is loaded already, so {path} was named too late. Name it before the first pact or verification."
                );
            }

            _path = path;
        }
    }

    /// <summary>Loads the library, if it is not.</summary>
    /// <exception cref="PactLibraryMissingException">There is none, or it is another one.</exception>
    internal static void Demand()
    {
        lock (Gate)
        {
            if (_library != 0)
            {
                return;
            }

            var library = Load(_path ?? Find());
            CEnvironment.Set("PACT_DO_NOT_TRACK", "true");
            NativeLibrary.SetDllImportResolver(
                typeof(PactLibrary).Assembly,
                (name, _, _) => name == PactFfi.Library ? library : 0
            );
            _library = library;
        }
    }

    private static string Find() =>
        PactPlatform.Current.Places.FirstOrDefault(File.Exists)
        ?? throw new PactLibraryMissingException(
            $"The Pact core is missing: there is no {PactPlatform.Current.Places[0]}. {PactPlatform.Current.Remedy}"
        );

    private static nint Load(string path)
    {
        try
        {
            var library = NativeLibrary.Load(Path.GetFullPath(path));

            // Signatures differ between minor versions, and a wrong one corrupts memory.
            var version = Version(library);
            return version.StartsWith("0.5.", StringComparison.Ordinal)
                ? library
                : throw new PactLibraryMissingException(
                    $"{path} is not the Pact core 0.5 (it calls itself '{version}'). {PactPlatform.Current.Remedy}"
                );
        }
        catch (Exception error) when (error is DllNotFoundException or BadImageFormatException)
        {
            throw new PactLibraryMissingException(
                $"{path} cannot be loaded as the Pact core for {PactPlatform.Current.Name}. {PactPlatform.Current.Remedy}",
                error
            );
        }
    }

    private static unsafe string Version(nint library) =>
        NativeLibrary.TryGetExport(library, "pactffi_version", out var version)
            ? NativeText.Borrow(((delegate* unmanaged<nint>)version)())
            : "";
}
