using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Metadata;
using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi;

/// <content>Creating Pins with their media in one step.</content>
public sealed partial class PinterestClient
{
    /// <summary>Uploads a video and creates a Pin with it. The Pin is checked before anything is sent.</summary>
    /// <param name="content">The video; see
    /// <see cref="UploadVideoAsync(Stream, VideoUploadOptions?, IProgress{UploadProgress}?, CancellationToken)"/>.</param>
    /// <param name="pin">The texts of the Pin.</param>
    /// <param name="cover">The cover picture of the video.</param>
    /// <param name="options">The options of the upload; null for the defaults.</param>
    /// <param name="progress">Receives the progress of the upload.</param>
    /// <param name="cancellationToken">Ends the upload or the call.</param>
    /// <returns>The Pin.</returns>
    /// <exception cref="ArgumentException">The Pin, the cover or the video is invalid. The message lists all problems
    /// of the Pin and the cover.</exception>
    /// <exception cref="PinterestUploadException">The file could not be sent or processed.</exception>
    /// <exception cref="PinterestApiException">Pinterest rejected the video or the Pin.</exception>
    public async Task<Pin> CreateVideoPinAsync(
        Stream content,
        PinDraft pin,
        VideoCover cover,
        VideoUploadOptions? options = null,
        IProgress<UploadProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(pin);
        ArgumentNullException.ThrowIfNull(cover);
        pin.Validate(cover.Problems(_connection.Options.CheckMedia), nameof(pin));
        var mediaId = await UploadVideoAsync(content, options, progress, cancellationToken).ConfigureAwait(false);
        return await CreatePinAsync(pin.ToBody(cover.ToMediaSource(mediaId)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Uploads a video file and creates a Pin with it. The Pin is checked before anything is sent.</summary>
    /// <param name="path">The file.</param>
    /// <param name="pin">The texts of the Pin.</param>
    /// <param name="cover">The cover picture of the video.</param>
    /// <param name="options">The options of the upload; null for the defaults and the name of the file.</param>
    /// <param name="progress">Receives the progress of the upload.</param>
    /// <param name="cancellationToken">Ends the upload or the call.</param>
    /// <returns>The Pin.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ArgumentException">The Pin, the cover or the file is invalid.</exception>
    /// <exception cref="PinterestUploadException">The file could not be sent or processed.</exception>
    /// <exception cref="PinterestApiException">Pinterest rejected the video or the Pin.</exception>
    public async Task<Pin> CreateVideoPinAsync(
        string path,
        PinDraft pin,
        VideoCover cover,
        VideoUploadOptions? options = null,
        IProgress<UploadProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(pin);
        ArgumentNullException.ThrowIfNull(cover);
        pin.Validate(cover.Problems(_connection.Options.CheckMedia), nameof(pin));
        var mediaId = await UploadVideoAsync(path, options, progress, cancellationToken).ConfigureAwait(false);
        return await CreatePinAsync(pin.ToBody(cover.ToMediaSource(mediaId)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Creates a Pin with one picture, or a carousel with 2 to 5 pictures.</summary>
    /// <param name="images">The pictures: all at addresses, or all in the request.</param>
    /// <param name="pin">The texts of the Pin.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The Pin.</returns>
    /// <exception cref="ArgumentException">The Pin or a picture is invalid. The message lists all problems.</exception>
    /// <exception cref="PinterestApiException">Pinterest rejected the Pin.</exception>
    public Task<Pin> CreateImagePinAsync(
        IReadOnlyList<PinImage> images,
        PinDraft pin,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(pin);
        pin.Validate(PinImages.Problems(images, _connection.Options.CheckMedia), nameof(pin));
        return CreatePinAsync(pin.ToBody(PinImages.ToMediaSource(images)), cancellationToken);
    }

    private Task<Pin> CreatePinAsync(JObject body, CancellationToken cancellationToken)
    {
        var request = new PinterestRequest(Operations.Find("pins/create")) { NeedsMembers = true };
        request.SetBody<JToken>(body);
        return _connection.SendAsync<Pin>(request, cancellationToken);
    }
}
