using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Metadata;
using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi;

/// <content>Creating Pins with their media in one step.</content>
public sealed partial class PinterestClient
{
    /// <summary>
    /// Uploads a video and makes a Pin of it. What is wrong with the Pin is found before anything is sent.
    /// </summary>
    /// <param name="content">The video; see
    /// <see cref="UploadVideoAsync(Stream, VideoUploadOptions?, IProgress{UploadProgress}?, CancellationToken)"/>.</param>
    /// <param name="pin">What the Pin says.</param>
    /// <param name="cover">What it shows before it plays.</param>
    /// <param name="options">How the video is uploaded; null for the defaults.</param>
    /// <param name="progress">Is told how far the upload is.</param>
    /// <param name="cancellationToken">Ends the upload or the call.</param>
    /// <returns>The Pin.</returns>
    /// <exception cref="ArgumentException">The Pin, the cover or the video cannot be sent; the message names all
    /// that is wrong with the Pin and the cover.</exception>
    /// <exception cref="PinterestUploadException">The file could not be sent or processed.</exception>
    /// <exception cref="PinterestApiException">Pinterest refused the video or the Pin.</exception>
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

    /// <summary>
    /// Uploads a video file and makes a Pin of it. What is wrong with the Pin is found before anything is sent.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="pin">What the Pin says.</param>
    /// <param name="cover">What it shows before it plays.</param>
    /// <param name="options">How the video is uploaded; null for the defaults and the file's own name.</param>
    /// <param name="progress">Is told how far the upload is.</param>
    /// <param name="cancellationToken">Ends the upload or the call.</param>
    /// <returns>The Pin.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ArgumentException">The Pin, the cover or the file cannot be sent.</exception>
    /// <exception cref="PinterestUploadException">The file could not be sent or processed.</exception>
    /// <exception cref="PinterestApiException">Pinterest refused the video or the Pin.</exception>
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

    /// <summary>Makes a Pin of one picture, or of 2 to 5 that can be leafed through.</summary>
    /// <param name="images">The pictures: all at addresses, or all sent along.</param>
    /// <param name="pin">What the Pin says.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The Pin.</returns>
    /// <exception cref="ArgumentException">The Pin or a picture cannot be sent; the message names all that is
    /// wrong.</exception>
    /// <exception cref="PinterestApiException">Pinterest refused the Pin.</exception>
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
