using Pinterest.OpenApi.Spec.Diff.Policy;

namespace Pinterest.OpenApi.Spec.Checking;

/// <summary>What to compare, and how.</summary>
/// <param name="Base">
/// A file, an https address, a file of a git revision, <c>-</c>, a stored version or <c>pinned</c>.
/// </param>
/// <param name="Revision">The same kinds.</param>
internal sealed record DiffRequest(string Base, string Revision)
{
    /// <summary>Gets a folder of the checkout.</summary>
    public required string Repository { get; init; }

    /// <summary>
    /// Gets the folder that references between files may not leave; null for the folder of each description.
    /// </summary>
    public string? Root { get; init; }

    /// <summary>Gets whether to find out what the comparison means for the generated client.</summary>
    public bool WithClient { get; init; } = true;

    /// <summary>
    /// Gets the pact files, and folders of pact files, that record what is used; none to leave pacts out.
    /// </summary>
    public IReadOnlyList<string> Pacts { get; init; } = [];

    /// <summary>Gets what the user decides about findings.</summary>
    public DiffPolicy Policy { get; init; } = DiffPolicy.None;

    /// <summary>Gets the file of accepted breaks; null for that of the checkout.</summary>
    public string? AcceptedBreaks { get; init; }
}
