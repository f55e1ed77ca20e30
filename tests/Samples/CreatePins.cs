using Pinterest.OpenApi;
using Pinterest.OpenApi.Models;

namespace Samples;

/// <summary>Makes a Pin from each of the six sources, and says what each of them needs.</summary>
public static class CreatePins
{
    /// <summary>Runs the sample. Without the media id of an uploaded video, the Pin of a video is left out.</summary>
    public static async Task<int> RunAsync(
        PinterestClientOptions options,
        TextWriter output,
        string boardId,
        string pictureAddress,
        string pictureFile,
        string? mediaId,
        CancellationToken cancellationToken
    )
    {
        var pinterest = new PinterestClient(options);
        var type = pictureFile.EndsWith(".png", StringComparison.OrdinalIgnoreCase)
            ? ContentType.ImagePng
            : ContentType.ImageJpeg;
        var data = Convert.ToBase64String(await File.ReadAllBytesAsync(pictureFile, cancellationToken));

        #region image
        // Pinterest fetches the picture, so its address must be open to anybody.
        var fetched = new PinMediaSourceImageUrl { Url = pictureAddress };

        // The picture is sent along: JPEG or PNG, in Base64 without a data: prefix, and its type must be said.
        var sentAlong = new PinMediaSourceImageBase64 { ContentType = type, Data = data };
        #endregion

        #region images
        // 2 to 5 pictures. Each can have a title, a text and a link of its own; Index says which comes first.
        var severalFetched = new PinMediaSourceImagesUrl
        {
            Items =
            [
                new() { Url = pictureAddress, Title = "In spring" },
                new() { Url = pictureAddress, Title = "In summer" },
            ],
        };
        var severalSentAlong = new PinMediaSourceImagesBase64
        {
            Items = [new() { ContentType = type, Data = data }, new() { ContentType = type, Data = data }],
            Index = 1,
        };
        #endregion

        #region page
        // Pinterest takes the picture of the page that the Pin leads to, so the Pin must have a link.
        var page = new PinMediaSourcePinUrl();
        #endregion
        List<PinMediaSource> sources = [fetched, sentAlong, severalFetched, severalSentAlong, page];

        #region video
        // The video must have been uploaded and processed. It needs one cover: a second of it, an address, or a
        // picture sent along.
        if (mediaId is not null)
        {
            sources.Add(new PinMediaSourceVideoId { MediaId = mediaId, CoverImageKeyFrameTime = 1 });
        }
        else
        {
            await output.WriteLineAsync(
                "video_id: left out, for want of a media id. The sample upload-video makes such a Pin."
            );
        }
        #endregion

        foreach (var source in sources)
        {
            #region create
            var pin = await pinterest.Pins.CreateAsync(
                new PinCreate
                {
                    BoardId = boardId,
                    Title = $"From {source.SourceType}",
                    Link = "https://example.com/",
                    MediaSource = source,
                },
                cancellationToken: cancellationToken
            );
            #endregion
            await output.WriteLineAsync(
                $"{source.SourceType}: Pin {pin.Id}, which shows {pin.Media?.MediaType ?? "nothing yet"}"
            );
        }

        return 0;
    }
}
