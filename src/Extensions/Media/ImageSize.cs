using System.Buffers.Binary;

namespace Pinterest.OpenApi;

/// <summary>
/// Reads the width and the height of a picture from its header. Nothing is decoded, and a damaged header gives no size.
/// </summary>
internal static class ImageSize
{
    /// <summary>The most bytes that are read. A JPEG may hold much metadata before its size.</summary>
    public const int MaxHeader = 1024 * 1024;

    private const int PngHeaderAt = 12;
    private const int PngWidthAt = 16;
    private const int PngHeightAt = 20;
    private const int PngEnd = 24;

    public static (int Width, int Height)? Of(MediaKind kind, ReadOnlySpan<byte> data)
    {
        var header = data[..Math.Min(data.Length, MaxHeader)];
        return kind switch
        {
            MediaKind.Png => OfPng(header),
            MediaKind.Jpeg => OfJpeg(header),
            _ => null,
        };
    }

    private static (int Width, int Height)? OfPng(ReadOnlySpan<byte> data) =>
        data.Length >= PngEnd && data[PngHeaderAt..PngWidthAt].SequenceEqual("IHDR"u8)
            ? Checked(
                BinaryPrimitives.ReadInt32BigEndian(data[PngWidthAt..]),
                BinaryPrimitives.ReadInt32BigEndian(data[PngHeightAt..])
            )
            : null;

    // A JPEG is a row of segments: FF, a marker, the length of the segment, its data. The size is in the frame
    // header, after the metadata. Example: FF C0, 00 11, 08, height (2 bytes), width (2 bytes).
    private static (int Width, int Height)? OfJpeg(ReadOnlySpan<byte> data)
    {
        var position = 2;
        while (position + 4 <= data.Length && data[position] == 0xFF)
        {
            var marker = data[position + 1];
            if (marker == 0xFF)
            {
                // A marker may be preceded by any number of fill bytes.
                position++;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(data[(position + 2)..]);
            if (IsFrame(marker))
            {
                return position + 9 <= data.Length
                    ? Checked(
                        BinaryPrimitives.ReadUInt16BigEndian(data[(position + 7)..]),
                        BinaryPrimitives.ReadUInt16BigEndian(data[(position + 5)..])
                    )
                    : null;
            }

            // The picture's own data begin, or the file is damaged: there is no frame header to come.
            if (marker is 0xDA or 0xD9 || length < 2)
            {
                return null;
            }

            position += 2 + length;
        }

        return null;
    }

    // C4, C8 and CC are tables and an extension among the frame headers C0 to CF.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static (int Width, int Height)? Checked(int width, int height) =>
        width > 0 && height > 0 ? (width, height) : null;
}
