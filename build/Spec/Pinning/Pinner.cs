using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Spec.Generation.Naming;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Reconstruction;

namespace Pinterest.OpenApi.Spec.Pinning;

/// <summary>Takes a new description into <c>openapi/</c>: all of it or nothing.</summary>
internal sealed class Pinner(RepositoryLayout layout)
{
    /// <summary>Pins a description, or stores it as a release.</summary>
    /// <param name="request">What to pin.</param>
    /// <param name="handler">Sends the request of an address; tests pass their own.</param>
    /// <param name="cancellationToken">Ends the download.</param>
    /// <exception cref="SpecException">The description is not usable, or a public name would change. Nothing was
    /// written.</exception>
    /// <exception cref="SpecEnvironmentException">The address could not be downloaded.</exception>
    public async Task<PinResult> PinAsync(
        PinRequest request,
        HttpMessageHandler? handler = null,
        CancellationToken cancellationToken = default
    )
    {
        FileTransaction.Recover(layout.OpenApi);
        var source = await DescriptionSource
            .ReadAsync(request.Source, handler, cancellationToken)
            .ConfigureAwait(false);
        CheckHash(request, source);
        var origin = new OriginFinder(layout).ForPin(
            DescriptionReader.Read(source, request.Source),
            request.Reconstruction,
            request.IsOriginal
        );
        var description = origin.Description;
        var tolerated = ReadersValidation.Run(description, Tolerated(description.Version));
        var reduced = DescriptionReducer.Reduce(description);
        var bytes = CanonicalJson.ToBytes(reduced.Root);
        var record = Record(request, source, origin, bytes, reduced.Root);
        var order = new PinOrder(layout, request);
        order.Check(record);

        var writes = new FileTransaction(layout.OpenApi);
        StoreRelease(writes, request, record, bytes);
        var changes = request.ReleaseOnly ? [] : Pin(writes, record, bytes, request.AcceptNames);
        if (!request.ReleaseOnly)
        {
            WriteReconstruction(writes, record, origin);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return new PinResult
        {
            Version = record.Version,
            Kind = record.Kind,
            Reconstruction = record.Reconstruction,
            Contradictions = order.Contradictions(record, reduced.Root),
            Operations = record.Operations,
            Schemas = record.Schemas,
            ChangedFiles = writes.Commit(),
            Tolerated = tolerated,
            UnknownKeywords = reduced.UnknownKeywords,
            NameChanges = changes,
        };
    }

    /// <summary>Writes the lock of the public names for the pinned description.</summary>
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

    // Who checked some bytes pins those, whatever the source says by now.
    private static void CheckHash(PinRequest request, byte[] source)
    {
        var hash = PinRecord.Hash(source);
        if (request.Sha256 is { } expected && !expected.Equals(hash, StringComparison.OrdinalIgnoreCase))
        {
            throw new SpecException(
                request.Source,
                $"The bytes have the SHA-256 {hash}, and not {expected.ToLowerInvariant()}.",
                "Pin the file that was checked, or check this one. Nothing was written."
            );
        }
    }

    private void StoreRelease(FileTransaction writes, PinRequest request, PinRecord record, byte[] bytes) =>
        new ReleaseStore(layout.OpenApi).Add(
            writes,
            new Release
            {
                Version = record.Version,
                Kind = record.Kind,
                Committed = request.Committed,
                Announced = request.Announced,
                Commit = request.Commit,
                Operations = record.Operations,
                Schemas = record.Schemas,
                DescriptionSha256 = record.DescriptionSha256,
            },
            bytes
        );

    private IReadOnlyList<NameChange> Pin(FileTransaction writes, PinRecord record, byte[] bytes, bool acceptNames)
    {
        var names = Normalise(bytes, acceptNames);
        writes.Write(Path.GetFileName(layout.PinnedDescription), bytes);
        writes.Write(Path.GetFileName(layout.NamesLock), names.ToBytes());
        writes.Write(Path.GetFileName(layout.PinRecord), record.ToBytes());
        return names.Changes();
    }

    // New names break no code, so they are recorded without --accept-names.
    private NameRegistry Normalise(byte[] description, bool acceptNames)
    {
        // Only names that break code stop a pin, so they are checked below and not by the generator.
        var names = new ClientGenerator(layout)
            .NormaliseNext(DescriptionReader.Read(description, "the new description"), isPinned: true)
            .Names;
        var breaks = names.Changes().Where(change => change.IsBreak).ToList();
        if (breaks.Count == 0 || acceptNames)
        {
            return names;
        }

        var list = string.Join(" ", breaks.Take(5)) + (breaks.Count > 5 ? $" And {breaks.Count - 5} more." : "");
        throw new SpecException(
            "openapi/names.lock.json",
            $"{Counts.Of(breaks.Count, "public name")} of the client would change. {list}",
            "Keep a name with a line in openapi/names.json, or accept the change with --accept-names. Nothing was written."
        );
    }

    private List<ToleratedError> Tolerated(string version) =>
        [
            .. Overlay.ReadIfPresent(layout.Overlay).ToleratedErrors,
            .. Overlay.ReadIfPresent(layout.OverlayOf(version)).ToleratedErrors,
        ];

    // What is kept of a reconstruction says how it was made, and nothing of an original stands in its way.
    private void WriteReconstruction(FileTransaction writes, PinRecord record, DescriptionOrigin origin)
    {
        var isKept = record.Kind is OriginKind.Reconstructed && origin.Overlay is null;
        if (!isKept)
        {
            writes.Write(
                Path.GetFileName(layout.Reconstruction),
                origin.Overlay?.Bytes ?? ReconstructionOverlay.Empty(record.Version)
            );
        }
    }

    private PinRecord Record(PinRequest request, byte[] source, DescriptionOrigin origin, byte[] bytes, JObject root)
    {
        var upstream = PinRecord.Hash(source);
        var same = RecordOf(upstream, request);
        var reconstruction = origin.Overlay is { } overlay
            ? new ReconstructionRecord(
                PinRecord.Hash(overlay.Bytes),
                [.. overlay.Mends.Select(mend => mend.Id)],
                origin.Inlined
            )
            : Kept(request, bytes);
        return new PinRecord
        {
            Version = origin.Description.Version,
            Kind = reconstruction is null ? OriginKind.Original : OriginKind.Reconstructed,
            Reconstruction = reconstruction,
            Source = request.Address ?? SourceOf(request, same),
            Commit = request.Commit ?? same?.Commit,
            UpstreamSha256 = upstream,
            DescriptionSha256 = PinRecord.Hash(bytes),
            Operations = OperationCatalogue.Read(root).All.Count,
            Schemas = (root["components"]?["schemas"] as JObject)?.Count ?? 0,
        };
    }

    // Whoever pins the pinned contract again has not got Pinterest's own file, unless he says so.
    private ReconstructionRecord? Kept(PinRequest request, byte[] bytes) =>
        !request.IsOriginal
        && !request.ReleaseOnly
        && File.Exists(layout.PinRecord)
        && PinRecord.Read(layout.PinRecord) is var pinned
        && pinned.DescriptionSha256 == PinRecord.Hash(bytes)
            ? pinned.Reconstruction
            : null;

    // Source and commit stay when the same bytes are pinned again without them.
    private PinRecord? RecordOf(string upstream, PinRequest request)
    {
        var pinned = !request.ReleaseOnly && File.Exists(layout.PinRecord) ? PinRecord.Read(layout.PinRecord) : null;
        return pinned?.UpstreamSha256 == upstream ? pinned : null;
    }

    // The path of somebody's machine is no source: of a file only the name is recorded.
    private static string SourceOf(PinRequest request, PinRecord? same) =>
        DescriptionSource.IsAddress(request.Source) ? request.Source : same?.Source ?? Path.GetFileName(request.Source);
}
