using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Pinning;

/// <summary>
/// The stored releases that travel beside the tool, so that it compares and lists releases where there is no checkout.
/// </summary>
internal static class ShippedReleases
{
    /// <summary>
    /// Gets the folder of the assembly. It has <c>openapi/releases</c>, <c>openapi/changelog.json</c>,
    /// <c>openapi/names.lock.json</c> and <c>openapi/pin.json</c>, and nothing else of a checkout.
    /// </summary>
    public static RepositoryLayout Layout { get; } = new(AppContext.BaseDirectory);

    /// <summary>Finds the place to read releases from: the checkout that a folder belongs to, else what ships.</summary>
    /// <param name="start">The folder to begin at.</param>
    /// <exception cref="SpecException">There is no checkout, and nothing ships with this program.</exception>
    public static RepositoryLayout LayoutFor(string start)
    {
        // Others have a nswag.json beside a folder openapi, too. A checkout has a pin.
        if (RepositoryLayout.TryFind(start) is { } checkout && File.Exists(checkout.PinRecord))
        {
            return checkout;
        }

        return File.Exists(Layout.PinRecord) ? Layout : RepositoryLayout.Find(start);
    }

    /// <summary>Reads the release that was pinned when the tool was built.</summary>
    public static Description ReadPinned() =>
        new ReleaseStore(Layout.OpenApi).ReadForComparison(PinRecord.Read(Layout.PinRecord).Version);
}
