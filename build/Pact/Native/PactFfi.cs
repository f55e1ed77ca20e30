using System.Runtime.InteropServices;

namespace PactNet.Interop;

/// <summary>
/// The functions of libpact_ffi 0.5.8 that are used here, as they are. Texts are returned as pointers, because we
/// must free some of them and must not free others: see <see cref="NativeText"/>.
/// </summary>
internal static partial class PactFfi
{
    public const string Library = "pact_ffi";

    [LibraryImport(Library, EntryPoint = "pactffi_log_to_buffer")]
    public static partial int LogToBuffer(int level);

    [LibraryImport(Library, EntryPoint = "pactffi_string_delete")]
    public static partial void StringDelete(nint text);

    [LibraryImport(Library, EntryPoint = "pactffi_new_pact", StringMarshalling = StringMarshalling.Utf8)]
    public static partial ushort NewPact(string consumer, string provider);

    [LibraryImport(Library, EntryPoint = "pactffi_free_pact_handle")]
    public static partial uint FreePactHandle(ushort pact);

    [LibraryImport(Library, EntryPoint = "pactffi_with_specification")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool WithSpecification(ushort pact, int specification);

    [LibraryImport(Library, EntryPoint = "pactffi_pact_handle_write_file", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int PactHandleWriteFile(
        ushort pact,
        string directory,
        [MarshalAs(UnmanagedType.U1)] bool overwrite
    );
}
