using System.IO.Compression;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>Bytes that may be compressed with gzip, whatever the name of their file says.</summary>
internal static class GzipBytes
{
    /// <summary>Gives the bytes, expanded when they are compressed.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="name">How messages call the source.</param>
    /// <param name="most">The most bytes that are made.</param>
    /// <exception cref="SpecException">They are damaged, or expand to more.</exception>
    public static byte[] Expanded(byte[] bytes, string name, int most = DescriptionSource.MaxBytes)
    {
        if (bytes is not [0x1f, 0x8b, ..])
        {
            return bytes;
        }

        try
        {
            using var stream = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            return BoundedFile.Read(stream, name, most);
        }
        catch (InvalidDataException error)
        {
            throw new SpecException(name, "The gzip file is damaged.", "Check that it is complete.", error);
        }
    }
}
