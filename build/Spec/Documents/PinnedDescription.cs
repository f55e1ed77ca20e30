namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>Reads the pinned description, <c>openapi/pinterest-v5.json</c>.</summary>
internal static class PinnedDescription
{
    /// <summary>Reads it.</summary>
    /// <param name="layout">The checkout.</param>
    /// <exception cref="SpecException">The file is missing or damaged.</exception>
    public static Description Read(RepositoryLayout layout)
    {
        // A pin that crashed between two files is finished first, so that no build sees half of it.
        FileTransaction.Recover(layout.OpenApi);
        return DescriptionReader.Read(
            DescriptionSourceFile.Read(layout.PinnedDescription, "Run 'pinterest-openapi pin SOURCE'."),
            "openapi/pinterest-v5.json"
        );
    }
}
