namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>Reads a file of the repository, or says what to do when it is not there.</summary>
internal static class DescriptionSourceFile
{
    /// <summary>Reads all bytes of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="remedy">What to do when it is missing.</param>
    /// <exception cref="SpecException">There is no such file.</exception>
    public static byte[] Read(string path, string remedy) =>
        File.Exists(path) ? BoundedFile.Read(path) : throw new SpecException(path, "There is no such file.", remedy);
}
