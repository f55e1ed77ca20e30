using System.Buffers.Binary;

namespace Pinterest.OpenApi.Sandbox.Media;

/// <summary>The width and the height of a picture, in pixels.</summary>
internal readonly record struct PictureSize(int Width, int Height)
{
    private const int PngHeader = 24;

    private static readonly byte[] JpegStart = [0xFF, 0xD8];
    private static readonly byte[] PngStart = [0x89, 0x50, 0x4E, 0x47];

    /// <summary>Tells whether the bytes begin as those of a PNG or a JPEG do.</summary>
    public static bool IsPicture(ReadOnlySpan<byte> bytes) => bytes.StartsWith(PngStart) || bytes.StartsWith(JpegStart);

    /// <summary>Reads the size out of the bytes of a PNG or a JPEG; null when it is not there.</summary>
    public static PictureSize? Read(ReadOnlySpan<byte> picture)
    {
        if (picture.Length >= PngHeader && picture.StartsWith(PngStart))
        {
            return new PictureSize(
                BinaryPrimitives.ReadInt32BigEndian(picture[16..]),
                BinaryPrimitives.ReadInt32BigEndian(picture[20..])
            );
        }

        return picture.Length > 4 && picture.StartsWith(JpegStart) ? OfJpeg(picture) : null;
    }

    public override string ToString() => FormattableString.Invariant($"{Width}x{Height}");

    // A JPEG is a row of segments: FF, a marker, two bytes of length, the content. The frame has the size.
    private static PictureSize? OfJpeg(ReadOnlySpan<byte> picture)
    {
        var at = 2;
        while (at + 9 <= picture.Length && picture[at] == 0xFF)
        {
            var marker = picture[at + 1];
            var length = BinaryPrimitives.ReadUInt16BigEndian(picture[(at + 2)..]);
            if (IsFrame(marker))
            {
                return new PictureSize(
                    BinaryPrimitives.ReadUInt16BigEndian(picture[(at + 7)..]),
                    BinaryPrimitives.ReadUInt16BigEndian(picture[(at + 5)..])
                );
            }

            // A length counts its own two bytes, so a smaller one is no JPEG.
            if (length < 2)
            {
                return null;
            }

            at += 2 + length;
        }

        return null;
    }

    // C4, C8 and CC are tables and not frames.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
