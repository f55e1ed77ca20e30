using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Unit.Spec.Diff.Truth;

/// <summary>The two descriptions of a small pair, files named base and revision in a folder.</summary>
internal static class PairFiles
{
    /// <summary>Finds a description. Other files of the folder may be those that it refers to.</summary>
    /// <param name="folder">The folder of the pair.</param>
    /// <param name="side">base or revision.</param>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public static string Find(string folder, string side) =>
        Directory.EnumerateFiles(folder, side + ".*").Single(path => Path.GetFileNameWithoutExtension(path) == side);

    /// <summary>Reads a description with the files that it refers to, as far as they are followed.</summary>
    /// <param name="file">The description.</param>
    /// <exception cref="Pinterest.OpenApi.Spec.SpecException">It is no OpenAPI 3 description.</exception>
    public static Description Read(string file) =>
        DescriptionReader
            .ReadForComparisonAsync(
                new OpenedSource(
                    File.ReadAllBytes(file),
                    Path.GetFileName(file),
                    new FolderNeighbours(file, root: null)
                )
            )
            .GetAwaiter()
            .GetResult();
}
