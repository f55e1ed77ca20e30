namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>A pact: the interactions that a consumer recorded.</summary>
/// <param name="File">The pact file.</param>
/// <param name="Consumer">The consumer.</param>
/// <param name="Provider">The provider.</param>
/// <param name="Interactions">The interactions over HTTP.</param>
internal sealed record PactContract(
    string File,
    string Consumer,
    string Provider,
    IReadOnlyList<PactInteraction> Interactions
)
{
    /// <summary>Gets the address of a pact that is from a broker, or null.</summary>
    public string? Address { get; init; }

    /// <summary>Gets how reports call the pact.</summary>
    public string Name => Address ?? File;

    /// <summary>Gets whether a broker says that it is pending: a failure is reported and fails nothing.</summary>
    public bool IsPending { get; init; }

    /// <summary>Reads pact files of the versions 2, 3 and 4. A folder stands for all its pact files.</summary>
    /// <exception cref="SpecException">A file is missing, is not a pact, or has no interactions; or a folder has no
    /// pact.</exception>
    public static IReadOnlyList<PactContract> ReadAll(IEnumerable<string> filesAndFolders)
    {
        ArgumentNullException.ThrowIfNull(filesAndFolders);
        return [.. filesAndFolders.SelectMany(Files).Distinct(StringComparer.Ordinal).Select(PactReader.Read)];
    }

    private static IEnumerable<string> Files(string path)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        var files = Directory.EnumerateFiles(path, "*.json").Order(StringComparer.Ordinal).ToList();
        return files.Count > 0
            ? files
            : throw new SpecException(
                path,
                "The folder holds no pact (*.json).",
                "Name a pact file, or a folder that holds one."
            );
    }
}
