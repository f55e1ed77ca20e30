using System.Buffers.Binary;
using System.Text;

namespace Pinterest.OpenApi;

/// <summary>Tells the kind of a file by its first bytes. The name of a file says nothing reliable.</summary>
internal static class MediaSignature
{
    /// <summary>The number of bytes that decide the kind.</summary>
    public const int Length = 64;

    // A shorter text may be the beginning of anything.
    private const int ShortestText = 16;
    private const int BoxTypeAt = 4;
    private const int BrandAt = 8;
    private const int BitmapHeaderAt = 14;

    private static readonly (byte[] Start, MediaKind Kind)[] Starts =
    [
        ([0xFF, 0xD8, 0xFF], MediaKind.Jpeg),
        ([0x89, 0x50, 0x4E, 0x47], MediaKind.Png),
        ("GIF87a"u8.ToArray(), MediaKind.Gif),
        ("GIF89a"u8.ToArray(), MediaKind.Gif),
        ([0x49, 0x49, 0x2A, 0x00], MediaKind.Tiff),
        ([0x4D, 0x4D, 0x00, 0x2A], MediaKind.Tiff),
        ([0x1A, 0x45, 0xDF, 0xA3], MediaKind.Matroska),
        ("ID3"u8.ToArray(), MediaKind.Audio),
        ("OggS"u8.ToArray(), MediaKind.Audio),
        ("fLaC"u8.ToArray(), MediaKind.Audio),
        ("%PDF-"u8.ToArray(), MediaKind.Pdf),
        ([0x50, 0x4B, 0x03, 0x04], MediaKind.Archive),
        ([0x1F, 0x8B, 0x08], MediaKind.Archive),
    ];

    // The major brand of an "ftyp" box. Other brands, for example isom, mp42 and avc1, are those of MP4.
    private static readonly (string Brand, MediaKind Kind)[] Brands =
    [
        ("qt  ", MediaKind.QuickTime),
        ("M4V", MediaKind.M4v),
        ("M4A", MediaKind.Audio),
        ("M4B", MediaKind.Audio),
        ("M4P", MediaKind.Audio),
        ("heic", MediaKind.Heif),
        ("heix", MediaKind.Heif),
        ("heim", MediaKind.Heif),
        ("heis", MediaKind.Heif),
        ("mif1", MediaKind.Heif),
        ("avif", MediaKind.Heif),
    ];

    // A QuickTime file from before the "ftyp" box begins with one of these.
    private static readonly string[] OldQuickTimeBoxes = ["moov", "mdat", "wide", "pnot"];

    // What follows the "<" of a page, and of a picture in XML.
    private static readonly string[] HtmlStarts = ["!doctype html", "html"];
    private static readonly string[] SvgStarts = ["svg", "?xml"];

    public static MediaKind Of(ReadOnlySpan<byte> data)
    {
        foreach (var (start, kind) in Starts)
        {
            if (data.StartsWith(start))
            {
                return kind;
            }
        }

        if (IsAt(data, 0, "RIFF"))
        {
            return OfRiff(data);
        }

        if (IsAt(data, BoxTypeAt, "ftyp"))
        {
            return OfBrand(data);
        }

        foreach (var box in OldQuickTimeBoxes)
        {
            if (IsAt(data, BoxTypeAt, box))
            {
                return MediaKind.QuickTime;
            }
        }

        if (IsBitmap(data))
        {
            return MediaKind.Bmp;
        }

        return OfText(data);
    }

    private static MediaKind OfText(ReadOnlySpan<byte> data)
    {
        var text = Encoding.UTF8.GetString(data[..Math.Min(data.Length, Length)]);
        var start = text.TrimStart('\uFEFF').TrimStart();
        if (Begins(start, HtmlStarts))
        {
            return MediaKind.Html;
        }

        if (Begins(start, SvgStarts))
        {
            return MediaKind.Svg;
        }

        var isText = start.Length >= ShortestText && start[0] is ('{' or '[' or '<');
        return isText && text.All(IsOfText) ? MediaKind.Text : MediaKind.Unknown;
    }

    private static bool Begins(string text, string[] starts) =>
        text.StartsWith('<')
        && starts.Any(start => text.AsSpan(1).StartsWith(start, StringComparison.OrdinalIgnoreCase));

    private static bool IsOfText(char c) => c is (>= ' ' and <= '~') or '\t' or '\r' or '\n' or '\uFEFF';

    private static MediaKind OfRiff(ReadOnlySpan<byte> data)
    {
        if (IsAt(data, BrandAt, "WEBP"))
        {
            return MediaKind.WebP;
        }

        if (IsAt(data, BrandAt, "WAVE"))
        {
            return MediaKind.Audio;
        }

        return IsAt(data, BrandAt, "AVI ") ? MediaKind.Avi : MediaKind.Unknown;
    }

    private static MediaKind OfBrand(ReadOnlySpan<byte> data)
    {
        foreach (var (brand, kind) in Brands)
        {
            if (IsAt(data, BrandAt, brand))
            {
                return kind;
            }
        }

        return MediaKind.Mp4;
    }

    // "BM" alone may begin any file, so the length of the header must be one that bitmaps have.
    private static bool IsBitmap(ReadOnlySpan<byte> data) =>
        IsAt(data, 0, "BM")
        && data.Length >= BitmapHeaderAt + sizeof(uint)
        && BinaryPrimitives.ReadUInt32LittleEndian(data[BitmapHeaderAt..]) is 12 or 40 or 52 or 56 or 64 or 108 or 124;

    private static bool IsAt(ReadOnlySpan<byte> data, int position, string text)
    {
        if (data.Length < position + text.Length)
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (data[position + i] != text[i])
            {
                return false;
            }
        }

        return true;
    }
}
