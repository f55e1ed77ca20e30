namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>
/// Reads files that a user names. The size that a file system tells is not believed: <c>/dev/zero</c> has 0 bytes and no
/// end.
/// </summary>
internal static class BoundedFile
{
    /// <summary>Reads all bytes of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maxBytes">The most bytes that are read.</param>
    /// <exception cref="SpecException">The file is larger, or is a folder.</exception>
    public static byte[] Read(string path, int maxBytes = DescriptionSource.MaxBytes)
    {
        if (Directory.Exists(path))
        {
            throw new SpecException(path, "This is a folder.", "Pass the name of a file.");
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return Read(file, path, maxBytes);
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">How messages call the source.</param>
    /// <param name="maxBytes">The most bytes that are read.</param>
    /// <exception cref="SpecException">It has more.</exception>
    public static byte[] Read(Stream stream, string name, int maxBytes)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var buffer = new MemoryStream();
        var chunk = new byte[81920];
        int read;
        while ((read = stream.Read(chunk)) > 0)
        {
            if (buffer.Length + read > maxBytes)
            {
                throw new SpecException(
                    name,
                    $"The file is larger than {maxBytes / 1024 / 1024} MiB.",
                    "Check that it is the right file."
                );
            }

            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }
}
