namespace Pinterest.OpenApi.Sandbox.Media;

/// <summary>Tells files that are no videos by their first bytes.</summary>
internal static class VideoFile
{
    /// <summary>How many bytes at the start of a file are looked at.</summary>
    public const int StartLength = 16;

    private const int BrandAt = 8;

    // The first bytes of pictures, documents and archives.
    private static readonly byte[][] OtherStarts =
    [
        [0x89, (byte)'P', (byte)'N', (byte)'G'],
        [0xFF, 0xD8, 0xFF],
        [.. "GIF8"u8],
        [.. "II*\0"u8],
        [.. "MM\0*"u8],
        [.. "%PDF"u8],
        [(byte)'P', (byte)'K', 3, 4],
    ];

    // The brands of pictures that share the container of MP4.
    private static readonly byte[][] PictureBrands =
    [
        [.. "heic"u8],
        [.. "heix"u8],
        [.. "mif1"u8],
        [.. "avif"u8],
    ];

    /// <summary>
    /// Tells whether a file may be a video. It may not when it is empty, or a picture, a document or an archive by its
    /// first bytes. Bytes of which nothing is known count as a video, so that a test needs no real one.
    /// </summary>
    /// <param name="start">The first bytes of the file.</param>
    public static bool MayBe(ReadOnlySpan<byte> start)
    {
        if (start.IsEmpty || IsWebP(start) || IsPictureInMp4(start))
        {
            return false;
        }

        foreach (var other in OtherStarts)
        {
            if (start.StartsWith(other))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsWebP(ReadOnlySpan<byte> start) =>
        start.StartsWith("RIFF"u8) && start.Length >= BrandAt + 4 && start[BrandAt..].StartsWith("WEBP"u8);

    private static bool IsPictureInMp4(ReadOnlySpan<byte> start)
    {
        if (start.Length < BrandAt + 4 || !start[4..].StartsWith("ftyp"u8))
        {
            return false;
        }

        foreach (var brand in PictureBrands)
        {
            if (start[BrandAt..].StartsWith(brand))
            {
                return true;
            }
        }

        return false;
    }
}
