using System.IO.Compression;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Pinning;

/// <summary>The gzip files in which releases are stored.</summary>
internal static class PackedFile
{
    /// <summary>Packs some bytes.</summary>
    public static byte[] Pack(byte[] content)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.SmallestSize))
        {
            gzip.Write(content);
        }

        return buffer.ToArray();
    }

    /// <summary>Unpacks a file.</summary>
    /// <exception cref="SpecException">The file is damaged.</exception>
    public static byte[] Unpack(string path) =>
        TryUnpack(path, out var content)
            ? content
            : throw new SpecException(path, "The file is damaged.", "Restore it from version control.");

    /// <summary>Unpacks a file unless it is damaged, or larger than any description may be.</summary>
    public static bool TryUnpack(string path, out byte[] content)
    {
        content = [];
        try
        {
            using var file = File.OpenRead(path);
            using var gzip = new GZipStream(file, CompressionMode.Decompress);
            using var buffer = new MemoryStream();
            var chunk = new byte[81920];
            for (int read; (read = gzip.Read(chunk)) > 0; )
            {
                buffer.Write(chunk, 0, read);
                if (buffer.Length > DescriptionSource.MaxBytes)
                {
                    return false;
                }
            }

            content = buffer.ToArray();
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
