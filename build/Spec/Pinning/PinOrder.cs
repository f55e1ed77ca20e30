using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Reconstruction;

namespace Pinterest.OpenApi.Spec.Pinning;

/// <summary>Holds what is to be pinned against what is pinned and stored: an older release, other bytes of the same one.</summary>
internal sealed class PinOrder
{
    private readonly PinRequest _request;
    private readonly PinRecord? _pinned;
    private readonly IReadOnlyList<Release> _releases;
    private readonly IReadOnlyList<Mend> _mends;

    /// <summary>Reads what is there.</summary>
    /// <param name="layout">The checkout.</param>
    /// <param name="request">What is to be pinned.</param>
    public PinOrder(RepositoryLayout layout, PinRequest request)
    {
        _request = request;
        _pinned = !request.ReleaseOnly && File.Exists(layout.PinRecord) ? PinRecord.Read(layout.PinRecord) : null;
        _releases = new ReleaseStore(layout.OpenApi).List();
        _mends = ReconstructionOverlay.ReadIfPresent(layout.Reconstruction)?.Mends ?? [];
    }

    /// <summary>Stops what a person should decide.</summary>
    /// <param name="record">What would be pinned.</param>
    /// <exception cref="SpecException">The release is older than the pinned one, or other bytes of it are there.</exception>
    public void Check(PinRecord record)
    {
        if (
            _pinned is not null
            && !_request.AllowOlder
            && ReleaseStore.CompareVersions(record.Version, _pinned.Version) < 0
        )
        {
            throw new SpecException(
                _request.Source,
                $"It is {record.Version}, older than the pinned {_pinned.Version}.",
                "Store it with --release-only, or go back to it with --allow-older. Nothing was written."
            );
        }

        var stored = _releases.FirstOrDefault(release => release.Version == record.Version);
        if (stored is null || _request.Replace || IsBetter(stored, record))
        {
            return;
        }

        throw new SpecException(
            _request.Source,
            $"{record.Version} is stored with other facts, {PinRecord.Text(stored.Kind)} with the SHA-256 "
                + $"{stored.DescriptionSha256}; these have {record.DescriptionSha256} ({PinRecord.Text(record.Kind)}).",
            $"See what differs with 'pinterest-openapi diff {record.Version} SOURCE', then pass --replace. "
                + "Nothing was written."
        );
    }

    /// <summary>Gives the mends that Pinterest's own description contradicts when it replaces a reconstruction.</summary>
    /// <param name="record">What is pinned now.</param>
    /// <param name="root">The description that is pinned now.</param>
    public IReadOnlyList<string>? Contradictions(PinRecord record, JObject root) =>
        _pinned is { Kind: OriginKind.Reconstructed }
        && record.Kind is OriginKind.Original
        && _pinned.Version == record.Version
            ? MendComparison.Contradictions(_mends, root)
            : null;

    // A reconstruction gives way to the original, and to a better reconstruction.
    private static bool IsBetter(Release stored, PinRecord record) =>
        stored.DescriptionSha256 == record.DescriptionSha256 || stored.Kind is OriginKind.Reconstructed;
}
