namespace Pinterest.OpenApi.Spec;

/// <summary>Where things are in a checkout of this repository.</summary>
/// <param name="Root">The folder that holds openapi/, src/ and nswag.json.</param>
internal sealed record RepositoryLayout(string Root)
{
    /// <summary>Gets the folder of the description and of the decisions about it.</summary>
    public string OpenApi => Path.Combine(Root, "openapi");

    /// <summary>Gets the pinned description.</summary>
    public string PinnedDescription => Path.Combine(OpenApi, "pinterest-v5.json");

    /// <summary>Gets the record of the pin.</summary>
    public string PinRecord => Path.Combine(OpenApi, "pin.json");

    /// <summary>Gets what turned the copy back that was pinned; it has no action beside an original.</summary>
    public string Reconstruction => Path.Combine(OpenApi, "reconstruction.json");

    /// <summary>Gets the decisions on the pinned release.</summary>
    public string Overlay => Path.Combine(OpenApi, "overlay.json");

    /// <summary>Gets the C# names that people chose.</summary>
    public string Names => Path.Combine(OpenApi, "names.json");

    /// <summary>Gets our own sentences of the client's documentation.</summary>
    public string Summaries => Path.Combine(OpenApi, "summaries.json");

    /// <summary>Gets our own words for members that many models have.</summary>
    public string Glossary => Path.Combine(OpenApi, "glossary.json");

    /// <summary>Gets the public names of the generated client.</summary>
    public string NamesLock => Path.Combine(OpenApi, "names.lock.json");

    /// <summary>Gets the Liquid templates.</summary>
    public string Templates => Path.Combine(OpenApi, "templates");

    /// <summary>Gets NSwag's configuration.</summary>
    public string NSwagConfiguration => Path.Combine(Root, "nswag.json");

    /// <summary>Gets the folder of the generated client.</summary>
    public string Generated => Path.Combine(Root, "src", "Generated");

    /// <summary>Gets the folder of the recorded pacts.</summary>
    public string Pacts => Path.Combine(Root, "tests", "Contract", "pacts");

    /// <summary>Gets the decisions on a release that is not the pinned one.</summary>
    public string OverlayOf(string version) => Path.Combine(OpenApi, "overlays", version + ".json");

    /// <summary>Finds the checkout that a folder belongs to.</summary>
    /// <param name="start">The folder to begin at.</param>
    /// <exception cref="SpecException">Neither the folder nor any above it is a checkout.</exception>
    public static RepositoryLayout Find(string start) =>
        TryFind(start)
        ?? throw new SpecException(
            start,
            "This folder is not part of a checkout (no nswag.json beside openapi/).",
            "This command needs one. Clone the repository, whose address is on the page of the package, and run the command "
                + "in it or pass --repository FOLDER. To compare two descriptions without a checkout, run "
                + "'pinterest-openapi diff OLD NEW'."
        );

    /// <summary>Finds the checkout that a folder belongs to.</summary>
    /// <param name="start">The folder to begin at.</param>
    /// <returns>The checkout; null where neither the folder nor any above it is one.</returns>
    public static RepositoryLayout? TryFind(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (
                File.Exists(Path.Combine(folder.FullName, "nswag.json"))
                && Directory.Exists(Path.Combine(folder.FullName, "openapi"))
            )
            {
                return new RepositoryLayout(folder.FullName);
            }
        }

        return null;
    }
}
