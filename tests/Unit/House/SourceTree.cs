namespace Pinterest.OpenApi.Unit.House;

/// <summary>A folder of sources that become one assembly.</summary>
internal sealed record SourceTree
{
    /// <summary>Gets the folder, below the checkout.</summary>
    public required string Folder { get; init; }

    /// <summary>Gets the name of the assembly. Other assemblies show their internals to it.</summary>
    public required string Assembly { get; init; }

    /// <summary>Gets the assemblies of this repository that it refers to.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>
    /// Gets the folder of generated sources that belong to the assembly, or null for none. It may use all and be
    /// used by all.
    /// </summary>
    public string? Generated { get; init; }

    /// <summary>Gets the files at the root that every folder may use, though the root may use every folder.</summary>
    public IReadOnlyList<string> UsedByAll { get; init; } = [];

    public override string ToString() => Folder;
}
