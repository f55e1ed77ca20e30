namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>One side of a comparison, as reports name it.</summary>
/// <param name="Version">The value of info.version.</param>
/// <param name="Source">The file, address or stored release.</param>
/// <param name="Sha256">The hash of its bytes.</param>
internal sealed record DiffSide(string Version, string Source, string Sha256)
{
    /// <summary>
    /// Gives the file of a position. Example: pets.json of the description api/openapi.json is api/pets.json.
    /// </summary>
    public string FileOf(Position? position) =>
        position?.File is { } other ? Source[..(Source.LastIndexOfAny(['/', '\\', ':']) + 1)] + other : Source;
}
