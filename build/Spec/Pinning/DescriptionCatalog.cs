using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Pinning;

/// <summary>
/// Opens a description by what a person calls it: a file, an https address, a file of a git revision, <c>-</c> for the
/// standard input, a stored version, or <c>pinned</c>.
/// </summary>
internal static class DescriptionCatalog
{
    /// <summary>The name of the pinned release.</summary>
    public const string Pinned = "pinned";

    /// <summary>
    /// Opens a description to compare it: any 3.x, and whatever is wrong with it that does not stop a comparison.
    /// References to other documents are followed.
    /// </summary>
    /// <param name="layout">Finds the releases, see <see cref="ShippedReleases.LayoutFor"/>; called only for a stored
    /// version or the pinned one.</param>
    /// <param name="name">A file, an https address, a version like 5.22.0, or <c>pinned</c>.</param>
    /// <param name="options">How files and addresses are found.</param>
    /// <param name="cancellationToken">Ends a download.</param>
    /// <exception cref="SpecException">There is no such description, or it is no OpenAPI 3 description.</exception>
    /// <exception cref="SpecEnvironmentException">An address could not be downloaded.</exception>
    public static async Task<Description> OpenForComparisonAsync(
        Func<RepositoryLayout> layout,
        string name,
        SourceOptions options,
        CancellationToken cancellationToken
    )
    {
        if (name is Pinned)
        {
            return ReadPinned(layout());
        }

        if (!File.Exists(name) && System.Version.TryParse(name, out _))
        {
            return new ReleaseStore(layout().OpenApi).ReadForComparison(name);
        }

        var source = await DescriptionSource.OpenAsync(name, options, cancellationToken).ConfigureAwait(false);
        return await DescriptionReader.ReadForComparisonAsync(source, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens a description.</summary>
    /// <param name="layout">Finds the releases, see <see cref="ShippedReleases.LayoutFor"/>; called only for a stored
    /// version or the pinned one.</param>
    /// <param name="name">A file, an https address, a version like 5.22.0, <c>pinned</c>, or null for the pinned
    /// one.</param>
    /// <param name="read">Reads a file or an address from its bytes, with a name for messages.</param>
    /// <param name="cancellationToken">Ends a download.</param>
    /// <exception cref="SpecException">There is no such description, or it is not usable.</exception>
    /// <exception cref="SpecEnvironmentException">An address could not be downloaded.</exception>
    public static async Task<Description> OpenAsync(
        Func<RepositoryLayout> layout,
        string? name,
        Func<byte[], string, Description> read,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(read);
        if (name is null or Pinned)
        {
            return ReadPinned(layout());
        }

        if (!File.Exists(name) && System.Version.TryParse(name, out _))
        {
            return new ReleaseStore(layout().OpenApi).Read(name);
        }

        return read(
            await DescriptionSource.ReadAsync(name, handler: null, cancellationToken).ConfigureAwait(false),
            name
        );
    }

    private static Description ReadPinned(RepositoryLayout layout) =>
        layout == ShippedReleases.Layout ? ShippedReleases.ReadPinned() : PinnedDescription.Read(layout);
}
