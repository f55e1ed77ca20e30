using System.Globalization;

namespace Pinterest.OpenApi;

/// <summary>
/// The facts of a picture or a video file, read from its first bytes: the kind, the size of the picture, the length.
/// The name of the file has no influence. <see cref="MediaCheck"/> says whether Pinterest accepts it.
/// </summary>
public sealed record MediaInfo
{
    /// <summary>Gets the kind that the first bytes show.</summary>
    public required MediaKind Kind { get; init; }

    /// <summary>Gets the length in bytes; null for a stream without a known length.</summary>
    public required long? Length { get; init; }

    /// <summary>
    /// Gets the width in pixels, as the header of a JPEG or PNG says; null for other kinds and for a damaged header. A
    /// rotation in the metadata (EXIF) is not applied.
    /// </summary>
    public int? Width { get; init; }

    /// <summary>Gets the height in pixels; null where <see cref="Width"/> is null.</summary>
    public int? Height { get; init; }

    /// <summary>Gets whether this is certainly a picture.</summary>
    public bool IsImage =>
        Kind
            is MediaKind.Jpeg
                or MediaKind.Png
                or MediaKind.Gif
                or MediaKind.WebP
                or MediaKind.Bmp
                or MediaKind.Tiff
                or MediaKind.Heif;

    /// <summary>Gets whether this is certainly a video.</summary>
    public bool IsVideo =>
        Kind is MediaKind.Mp4 or MediaKind.QuickTime or MediaKind.M4v or MediaKind.Matroska or MediaKind.Avi;

    /// <summary>Reads the facts of data in memory.</summary>
    /// <param name="data">The file. At most its first MiB is read.</param>
    /// <returns>The facts of the file.</returns>
    public static MediaInfo FromBytes(ReadOnlySpan<byte> data) => Of(data, data.Length);

    /// <summary>Reads the facts of a stream.</summary>
    /// <param name="content">The stream. At most one MiB is read from its position, and it stays open. A stream that
    /// can seek returns to its position.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The facts of the file.</returns>
    public static async Task<MediaInfo> FromStreamAsync(Stream content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        var start = content.CanSeek ? content.Position : 0;
        long? length = content.CanSeek ? content.Length - start : null;
        var head = await ReadAsync(content, MediaSignature.Length, cancellationToken).ConfigureAwait(false);
        if (MediaSignature.Of(head) is MediaKind.Jpeg)
        {
            // Only a JPEG has its size behind its metadata.
            var more = await ReadAsync(content, ImageSize.MaxHeader - head.Length, cancellationToken)
                .ConfigureAwait(false);
            head = [.. head, .. more];
        }

        if (content.CanSeek)
        {
            content.Position = start;
        }

        return Of(head, length);
    }

    /// <summary>Reads the facts of a file.</summary>
    /// <param name="path">The file. At most its first MiB is read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The facts of the file.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static async Task<MediaInfo> FromFileAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
        await using (file.ConfigureAwait(false))
        {
            return await FromStreamAsync(file, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gives the kind, the size and the length, for example <c>PNG, 600x900, 12345 bytes</c>.</summary>
    public override string ToString()
    {
        var size = Width is null ? "" : string.Create(CultureInfo.InvariantCulture, $", {Width}x{Height}");
        var length = Length switch
        {
            null => "",
            1 => ", 1 byte",
            _ => string.Create(CultureInfo.InvariantCulture, $", {Length} bytes"),
        };
        return $"{MediaCheck.NameOf(Kind)}{size}{length}";
    }

    /// <summary>Reads the first bytes of a stream; fewer where it ends.</summary>
    internal static async Task<byte[]> ReadAsync(Stream content, int most, CancellationToken cancellationToken)
    {
        var buffer = new byte[most];
        var count = await content
            .ReadAtLeastAsync(buffer, most, throwOnEndOfStream: false, cancellationToken)
            .ConfigureAwait(false);
        return buffer[..count];
    }

    internal static MediaInfo Of(ReadOnlySpan<byte> head, long? length)
    {
        var kind = MediaSignature.Of(head);
        var size = ImageSize.Of(kind, head);
        return new MediaInfo
        {
            Kind = kind,
            Length = length,
            Width = size?.Width,
            Height = size?.Height,
        };
    }
}
