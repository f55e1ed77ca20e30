using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Spec.Generation.Naming;
using Pinterest.OpenApi.Spec.Operations;

namespace Pinterest.OpenApi.Spec.Pinning;

/// <summary>What to pin.</summary>
/// <param name="Source">A file or an https address.</param>
internal sealed record PinRequest(string Source)
{
    /// <summary>Gets the address that the record names instead of a local file.</summary>
    public string? Address { get; init; }

    /// <summary>Gets the commit of the source repository.</summary>
    public string? Commit { get; init; }

    /// <summary>Gets the day of that commit, as yyyy-MM-dd.</summary>
    public string? Committed { get; init; }

    /// <summary>Gets the day of Pinterest's announcement, as yyyy-MM-dd.</summary>
    public string? Announced { get; init; }

    /// <summary>Gets whether changed and vanished public names are accepted.</summary>
    public bool AcceptNames { get; init; }

    /// <summary>Gets whether the release is only stored.</summary>
    public bool ReleaseOnly { get; init; }
}

/// <summary>What a pin did.</summary>
/// <param name="Version">The release.</param>
/// <param name="Operations">How many operations it has.</param>
/// <param name="Schemas">How many component schemas it has.</param>
/// <param name="ChangedFiles">The files below openapi/ that changed; none when it was pinned already.</param>
/// <param name="Tolerated">Errors of the description that were tolerated.</param>
/// <param name="UnknownKeywords">Keywords that were kept although nobody knows them.</param>
/// <param name="NameChanges">Public names that are new, renamed or gone.</param>
internal sealed record PinResult(
    string Version,
    int Operations,
    int Schemas,
    IReadOnlyList<string> ChangedFiles,
    IReadOnlyList<string> Tolerated,
    IReadOnlyList<string> UnknownKeywords,
    IReadOnlyList<NameChange> NameChanges
);

/// <summary>Takes a new description into <c>openapi/</c>: all of it or nothing.</summary>
internal sealed class Pinner(RepositoryLayout layout)
{
    /// <summary>Pins a description, or stores it as a release.</summary>
    /// <param name="request">What to pin.</param>
    /// <param name="handler">Sends the request of an address; tests pass their own.</param>
    /// <param name="cancellationToken">Ends the download.</param>
    /// <exception cref="SpecException">The description is not usable, or a public name would change. Nothing was written.</exception>
    /// <exception cref="SpecEnvironmentException">The address could not be downloaded.</exception>
    public async Task<PinResult> PinAsync(
        PinRequest request,
        HttpMessageHandler? handler = null,
        CancellationToken cancellationToken = default
    )
    {
        FileTransaction.Recover(layout.OpenApi);
        var description = await DescriptionReader
            .ReadAsync(request.Source, handler, cancellationToken)
            .ConfigureAwait(false);
        var tolerated = ReadersValidation.Run(description, Tolerated(description.Version));
        var contract = ContractWriter.Reduce(description);
        var bytes = ContractWriter.ToBytes(contract.Root);

        var writes = new FileTransaction(layout.OpenApi);
        var (operations, schemas) = (
            OperationCatalogue.Read(contract.Root).All.Count,
            (contract.Root["components"]?["schemas"] as JObject)?.Count ?? 0
        );
        new ReleaseStore(layout.OpenApi).Add(
            writes,
            new Release(
                description.Version,
                request.Committed,
                request.Announced,
                request.Commit,
                operations,
                schemas,
                PinRecord.Hash(bytes)
            ),
            bytes
        );
        IReadOnlyList<NameChange> changes = [];
        if (!request.ReleaseOnly)
        {
            var names = Normalise(bytes, request.AcceptNames);
            changes = names.Changes();
            writes.Write(Path.GetFileName(layout.Contract), bytes);
            writes.Write(Path.GetFileName(layout.NamesLock), names.ToBytes());
            writes.Write(
                Path.GetFileName(layout.PinRecord),
                Record(request, description, bytes, operations, schemas).ToBytes()
            );
        }

        cancellationToken.ThrowIfCancellationRequested();
        return new PinResult(
            description.Version,
            operations,
            schemas,
            writes.Commit(),
            tolerated,
            contract.UnknownKeywords,
            changes
        );
    }

    /// <summary>Writes the lock of the public names for the contract that is pinned.</summary>
    /// <returns>What changed.</returns>
    public IReadOnlyList<NameChange> AcceptNames()
    {
        FileTransaction.Recover(layout.OpenApi);
        var names = new ClientGenerator(layout).NormalisePinned(checkNames: false).Names;
        var writes = new FileTransaction(layout.OpenApi);
        writes.Write(Path.GetFileName(layout.NamesLock), names.ToBytes());
        writes.Commit();
        return names.Changes();
    }

    // Names that are only new do no harm to anyone's code, so they are recorded without being asked for.
    private NameRegistry Normalise(byte[] contract, bool acceptNames)
    {
        var names = new ClientGenerator(layout)
            .NormalisePinned(DescriptionReader.Read(contract, "the new contract"), checkNames: false)
            .Names;
        var breaks = names.Changes().Where(change => change.IsBreak).ToList();
        if (breaks.Count == 0 || acceptNames)
        {
            return names;
        }

        var list = string.Join("; ", breaks.Take(5)) + (breaks.Count > 5 ? $"; and {breaks.Count - 5} more" : "");
        throw new SpecException(
            "openapi/names.lock.json",
            $"{breaks.Count} public name(s) of the client would change: {list}.",
            "Keep a name with an action in openapi/overlay.json, or accept the change with --accept-names. Nothing was written."
        );
    }

    private List<ToleratedError> Tolerated(string version) =>
        [
            .. Overlay.ReadIfPresent(layout.Overlay).ToleratedErrors,
            .. Overlay.ReadIfPresent(layout.OverlayOf(version)).ToleratedErrors,
        ];

    private PinRecord Record(PinRequest request, Description description, byte[] contract, int operations, int schemas)
    {
        var upstream = PinRecord.Hash(description.Bytes.Span);
        var before = File.Exists(layout.PinRecord) ? PinRecord.Read(layout.PinRecord) : null;
        var same = before?.UpstreamSha256 == upstream ? before : null;

        // The path of somebody's machine is no source: of a file only the name is recorded.
        var source =
            request.Address
            ?? (
                DescriptionSource.IsAddress(request.Source)
                    ? request.Source
                    : same?.Source ?? Path.GetFileName(request.Source)
            );
        return new PinRecord(
            description.Version,
            source,
            request.Commit ?? same?.Commit,
            upstream,
            PinRecord.Hash(contract),
            operations,
            schemas
        );
    }
}
