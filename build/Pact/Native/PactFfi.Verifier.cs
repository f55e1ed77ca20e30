using System.Runtime.InteropServices;

namespace PactNet.Interop;

/// <summary>The verifier. Its yes and no are C's unsigned char.</summary>
internal static partial class PactFfi
{
    [LibraryImport(
        Library,
        EntryPoint = "pactffi_verifier_new_for_application",
        StringMarshalling = StringMarshalling.Utf8
    )]
    public static partial VerifierHandle VerifierNewForApplication(string name, string version);

    [LibraryImport(Library, EntryPoint = "pactffi_verifier_shutdown")]
    public static partial void VerifierShutdown(nint verifier);

    [LibraryImport(
        Library,
        EntryPoint = "pactffi_verifier_set_provider_info",
        StringMarshalling = StringMarshalling.Utf8
    )]
    public static partial void VerifierSetProviderInfo(
        VerifierHandle verifier,
        string name,
        string scheme,
        string host,
        ushort port,
        string path
    );

    [LibraryImport(
        Library,
        EntryPoint = "pactffi_verifier_set_provider_state",
        StringMarshalling = StringMarshalling.Utf8
    )]
    public static partial void VerifierSetProviderState(VerifierHandle verifier, string url, byte teardown, byte body);

    [LibraryImport(
        Library,
        EntryPoint = "pactffi_verifier_set_filter_info",
        StringMarshalling = StringMarshalling.Utf8
    )]
    public static partial void VerifierSetFilterInfo(
        VerifierHandle verifier,
        string? description,
        string? state,
        byte noState
    );

    // The timeout is C's unsigned long: on Windows its 32 bits are the lower half of the register that a nuint fills.
    [LibraryImport(Library, EntryPoint = "pactffi_verifier_set_verification_options")]
    public static partial int VerifierSetVerificationOptions(
        VerifierHandle verifier,
        byte disableSslVerification,
        nuint timeoutMilliseconds
    );

    [LibraryImport(Library, EntryPoint = "pactffi_verifier_set_coloured_output")]
    public static partial int VerifierSetColouredOutput(VerifierHandle verifier, byte colouredOutput);

    [LibraryImport(
        Library,
        EntryPoint = "pactffi_verifier_set_consumer_filters",
        StringMarshalling = StringMarshalling.Utf8
    )]
    public static partial void VerifierSetConsumerFilters(VerifierHandle verifier, string[] consumers, ushort count);

    [LibraryImport(
        Library,
        EntryPoint = "pactffi_verifier_add_custom_header",
        StringMarshalling = StringMarshalling.Utf8
    )]
    public static partial void VerifierAddCustomHeader(VerifierHandle verifier, string name, string value);

    [LibraryImport(
        Library,
        EntryPoint = "pactffi_verifier_add_file_source",
        StringMarshalling = StringMarshalling.Utf8
    )]
    public static partial void VerifierAddFileSource(VerifierHandle verifier, string file);

    [LibraryImport(
        Library,
        EntryPoint = "pactffi_verifier_add_directory_source",
        StringMarshalling = StringMarshalling.Utf8
    )]
    public static partial void VerifierAddDirectorySource(VerifierHandle verifier, string directory);

    [LibraryImport(Library, EntryPoint = "pactffi_verifier_execute")]
    public static partial int VerifierExecute(VerifierHandle verifier);

    [LibraryImport(Library, EntryPoint = "pactffi_verifier_output")]
    public static partial nint VerifierOutput(VerifierHandle verifier, byte stripAnsi);

    [LibraryImport(Library, EntryPoint = "pactffi_verifier_json")]
    public static partial nint VerifierJson(VerifierHandle verifier);

    [LibraryImport(Library, EntryPoint = "pactffi_verifier_logs")]
    public static partial nint VerifierLogs(VerifierHandle verifier);
}
