using System.Globalization;

namespace Pinterest.OpenApi;

/// <summary>
/// Finds the problems for which Pinterest would reject a picture or a video, before anything is sent. The client checks
/// all files that it sends, unless <see cref="PinterestClientOptions.CheckMedia"/> is false. The limits are those that
/// users report, because Pinterest's description has none. A file of an unknown kind is accepted.
/// </summary>
public static class MediaCheck
{
    /// <summary>The longest picture, as reported: 20 MiB.</summary>
    public const int MaxImageBytes = 20 * 1024 * 1024;

    /// <summary>The longest video, as reported: 2 GiB.</summary>
    public const long MaxVideoBytes = 2L * 1024 * 1024 * 1024;

    /// <summary>Finds the problems of a video to upload.</summary>
    /// <param name="video">The facts of the file.</param>
    /// <returns>A sentence for each problem; none when nothing is wrong.</returns>
    public static IReadOnlyList<string> ProblemsOfVideo(MediaInfo video)
    {
        ArgumentNullException.ThrowIfNull(video);
        var problems = new List<string>();
        if (video.Length == 0)
        {
            problems.Add("The video is empty.");
        }

        if (video.Kind is MediaKind.Matroska or MediaKind.Avi)
        {
            problems.Add($"This is {NameWithArticle(video.Kind)} video; Pinterest accepts MP4, MOV and M4V.");
        }
        else if (!video.IsVideo && video.Kind is not MediaKind.Unknown)
        {
            problems.Add($"This is {NameWithArticle(video.Kind)}, not a video; Pinterest accepts MP4, MOV and M4V.");
        }

        if (video.Length > MaxVideoBytes)
        {
            problems.Add(TooLong("The video", video.Length.Value, MaxVideoBytes, "2 GB"));
        }

        return problems;
    }

    /// <summary>Finds the problems of a picture in a request.</summary>
    /// <param name="image">The facts of the file.</param>
    /// <returns>A sentence for each problem; none when nothing is wrong.</returns>
    public static IReadOnlyList<string> ProblemsOfImage(MediaInfo image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return [.. ProblemsOfKind(image, "The picture"), .. ProblemsOfLength(image, "The picture")];
    }

    /// <summary>Finds the problems of the pictures of a carousel together: they must have the same size.</summary>
    /// <param name="images">The facts of the files, in their order. A picture of unknown size is left out.</param>
    /// <returns>A sentence for each problem; none when nothing is wrong.</returns>
    public static IReadOnlyList<string> ProblemsOfCarousel(IEnumerable<MediaInfo> images)
    {
        ArgumentNullException.ThrowIfNull(images);
        var sized = images.Index().Where(image => image.Item.Width is not null).ToList();
        if (sized.Select(image => (image.Item.Width, image.Item.Height)).Distinct().Count() <= 1)
        {
            return [];
        }

        var sizes = sized.Select(image =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"image {image.Index + 1} has {image.Item.Width}x{image.Item.Height}"
            )
        );
        return [$"The pictures of a carousel must have the same size: {string.Join(", ", sizes)}."];
    }

    // The request must name the content type, so this stays when the checks are off.
    internal static IEnumerable<string> ProblemsOfKind(MediaInfo image, string name)
    {
        if (image.Length == 0)
        {
            yield return $"{name} is an empty file.";
        }
        else if (image.Kind is MediaKind.Unknown)
        {
            yield return $"{name} is neither JPEG nor PNG.";
        }
        else if (image.Kind is not (MediaKind.Jpeg or MediaKind.Png))
        {
            yield return $"{name} is {NameWithArticle(image.Kind)}; it must be JPEG or PNG.";
        }
    }

    internal static IEnumerable<string> ProblemsOfLength(MediaInfo image, string name)
    {
        if (image.Length > MaxImageBytes)
        {
            yield return TooLong(name, image.Length.Value, MaxImageBytes, "20 MB");
        }
    }

    private static string TooLong(string name, long length, long limit, string shortLimit) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{name} has {length:N0} bytes; Pinterest accepts at most {limit:N0} ({shortLimit}), as users report."
        );

    internal static string NameOf(MediaKind kind) =>
        kind switch
        {
            MediaKind.Jpeg => "JPEG",
            MediaKind.Png => "PNG",
            MediaKind.Gif => "GIF",
            MediaKind.WebP => "WebP",
            MediaKind.Bmp => "BMP",
            MediaKind.Tiff => "TIFF",
            MediaKind.Heif => "HEIC or AVIF picture",
            MediaKind.Mp4 => "MP4 video",
            MediaKind.QuickTime => "QuickTime video",
            MediaKind.M4v => "M4V video",
            MediaKind.Matroska => "Matroska (WebM)",
            MediaKind.Avi => "AVI",
            MediaKind.Audio => "sound file",
            MediaKind.Pdf => "PDF",
            MediaKind.Html => "web page",
            MediaKind.Archive => "archive",
            MediaKind.Svg => "SVG picture",
            MediaKind.Text => "text",
            _ => "unknown kind",
        };

    private static string NameWithArticle(MediaKind kind)
    {
        var article = kind is MediaKind.Mp4 or MediaKind.M4v or MediaKind.Avi or MediaKind.Archive or MediaKind.Svg
            ? "an"
            : "a";
        return $"{article} {NameOf(kind)}";
    }
}
