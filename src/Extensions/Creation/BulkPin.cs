using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>One of many Pins to create: its texts and its media.</summary>
public sealed class BulkPin
{
    private readonly IReadOnlyList<PinImage>? _images;
    private readonly string? _mediaId;
    private readonly VideoCover? _cover;

    private BulkPin(PinDraft draft, IReadOnlyList<PinImage>? images, string? mediaId, VideoCover? cover)
    {
        Draft = draft;
        _images = images;
        _mediaId = mediaId;
        _cover = cover;
    }

    /// <summary>Gets the texts of the Pin and its board.</summary>
    public PinDraft Draft { get; }

    /// <summary>Creates the description of a Pin with one picture, or with 2 to 5 pictures.</summary>
    /// <param name="draft">The texts of the Pin.</param>
    /// <param name="images">The pictures: all at addresses, or all in the request.</param>
    /// <returns>The Pin to create. It is checked just before it is sent.</returns>
    public static BulkPin OfImages(PinDraft draft, params IReadOnlyList<PinImage> images)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(images);
        return new BulkPin(draft, images, null, null);
    }

    /// <summary>Creates the description of a Pin with an uploaded video.</summary>
    /// <param name="draft">The texts of the Pin.</param>
    /// <param name="mediaId">The id of the processed video.</param>
    /// <param name="cover">The cover picture of the video.</param>
    /// <returns>The Pin to create. It is checked just before it is sent.</returns>
    public static BulkPin OfVideo(PinDraft draft, string mediaId, VideoCover cover)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentException.ThrowIfNullOrEmpty(mediaId);
        ArgumentNullException.ThrowIfNull(cover);
        return new BulkPin(draft, null, mediaId, cover);
    }

    /// <summary>Makes the body of pins/create.</summary>
    /// <exception cref="ArgumentException">Something is wrong with the Pin.</exception>
    internal JObject ToBody(bool isChecked)
    {
        var problems = _images is null ? _cover!.Problems(isChecked) : PinImages.Problems(_images, isChecked);
        Draft.Validate(problems, "pins");
        return Draft.ToBody(_images is null ? _cover!.ToMediaSource(_mediaId!) : PinImages.ToMediaSource(_images));
    }
}
