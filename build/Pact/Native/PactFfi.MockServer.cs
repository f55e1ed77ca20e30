using System.Runtime.InteropServices;

namespace PactNet.Interop;

/// <summary>The mock server, which the core knows by its port.</summary>
internal static partial class PactFfi
{
    [LibraryImport(
        Library,
        EntryPoint = "pactffi_create_mock_server_for_transport",
        StringMarshalling = StringMarshalling.Utf8
    )]
    public static partial int CreateMockServerForTransport(
        ushort pact,
        string address,
        ushort port,
        string transport,
        string? configuration
    );

    [LibraryImport(Library, EntryPoint = "pactffi_mock_server_matched")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool MockServerMatched(int port);

    [LibraryImport(Library, EntryPoint = "pactffi_mock_server_mismatches")]
    public static partial nint MockServerMismatches(int port);

    [LibraryImport(Library, EntryPoint = "pactffi_mock_server_logs")]
    public static partial nint MockServerLogs(int port);

    [LibraryImport(Library, EntryPoint = "pactffi_cleanup_mock_server")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool CleanupMockServer(int port);
}
