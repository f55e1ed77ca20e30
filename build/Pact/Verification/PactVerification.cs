using PactNet.Interop;

namespace Pinterest.OpenApi.PactCore;

/// <summary>Replays recorded contracts against a provider and gives the result of each interaction.</summary>
public static class PactVerification
{
    // The silence is the process's, so verifications take turns.
    private static readonly Lock Turn = new();

    /// <summary>Verifies. Blocks until all interactions are through.</summary>
    /// <param name="request">The contracts and the provider.</param>
    /// <exception cref="PactLibraryMissingException">The native library is missing.</exception>
    public static VerificationResult Run(VerificationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        PactLibrary.Demand();
        using var sources = new PactSources();
        using var verifier = PactFfi.VerifierNewForApplication("Pinterest.OpenApi", "1");
        Configure(verifier, request, sources);
        var code = Execute(verifier);
        return VerificationReport.Read(
            code,
            NativeText.Take(PactFfi.VerifierJson(verifier)),
            NativeText.Take(PactFfi.VerifierOutput(verifier, stripAnsi: 1)),
            NativeText.Take(PactFfi.VerifierLogs(verifier))
        );
    }

    private static void Configure(VerifierHandle verifier, VerificationRequest request, PactSources sources)
    {
        var endpoint = request.Endpoint;
        PactFfi.VerifierSetProviderInfo(
            verifier,
            request.Provider,
            endpoint.Scheme,
            endpoint.Host,
            checked((ushort)endpoint.Port),
            endpoint.AbsolutePath
        );
        _ = PactFfi.VerifierSetColouredOutput(verifier, 0);
        _ = PactFfi.VerifierSetVerificationOptions(verifier, 0, checked((nuint)request.Timeout.TotalMilliseconds));
        if (request.ProviderStateUrl is { } states)
        {
            PactFfi.VerifierSetProviderState(
                verifier,
                states.AbsoluteUri,
                Flag(request.HasStateTeardown),
                Flag(!request.AreStatesInQuery)
            );
        }

        AddFilters(verifier, request);
        foreach (var (name, value) in request.Headers)
        {
            PactFfi.VerifierAddCustomHeader(verifier, name, value);
        }

        foreach (var source in request.Sources)
        {
            AddSource(verifier, sources.WithoutMark(Path.GetFullPath(source)));
        }
    }

    private static void AddFilters(VerifierHandle verifier, VerificationRequest request)
    {
        if ((request.DescriptionFilter ?? request.StateFilter) is not null)
        {
            PactFfi.VerifierSetFilterInfo(verifier, request.DescriptionFilter, request.StateFilter, 0);
        }

        if (request.Consumers.Count > 0)
        {
            PactFfi.VerifierSetConsumerFilters(
                verifier,
                [.. request.Consumers],
                checked((ushort)request.Consumers.Count)
            );
        }
    }

    private static void AddSource(VerifierHandle verifier, string path)
    {
        if (Directory.Exists(path))
        {
            PactFfi.VerifierAddDirectorySource(verifier, path);
        }
        else
        {
            PactFfi.VerifierAddFileSource(verifier, path);
        }
    }

    private static int Execute(VerifierHandle verifier)
    {
        lock (Turn)
        {
            using var silence = new NativeSilence();
            return PactFfi.VerifierExecute(verifier);
        }
    }

    private static byte Flag(bool value) => value ? (byte)1 : (byte)0;
}
