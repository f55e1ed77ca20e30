using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>The picture that a video Pin shows before it plays: one of its own moments, or a picture.</summary>
public sealed class VideoCover
{
    private readonly PinImage? _image;
    private readonly TimeSpan _moment;

    private VideoCover(PinImage? image, TimeSpan moment)
    {
        _image = image;
        _moment = moment;
    }

    /// <summary>Creates a cover from a picture (cover_image_url, or cover_image_data with its content type).</summary>
    /// <param name="image">The picture.</param>
    public static VideoCover Image(PinImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return new VideoCover(image, default);
    }

    /// <summary>Creates a cover from a moment of the video (cover_image_key_frame_time).</summary>
    /// <param name="moment">How far from the beginning, in whole seconds; a fraction is cut off.</param>
    public static VideoCover Frame(TimeSpan moment) => new(null, moment);

    internal IEnumerable<string> Problems(bool isChecked)
    {
        if (_image is not null)
        {
            return _image.Problems("The cover", isChecked);
        }

        return _moment < TimeSpan.Zero ? [$"The time of the cover is {_moment}; it must be 0 or more."] : [];
    }

    internal JObject ToMediaSource(string mediaId)
    {
        var source = new JObject { ["source_type"] = "video_id", ["media_id"] = mediaId };
        if (_image is not null)
        {
            return _image.AddTo(source, "cover_image_url", "cover_image_data", "cover_image_content_type");
        }

        source["cover_image_key_frame_time"] = (long)_moment.TotalSeconds;
        return source;
    }
}
