using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi;

/// <content>Uploading videos.</content>
public sealed partial class PinterestClient
{
    private static readonly TimeSpan UsualMediaWait = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestMediaWait = TimeSpan.FromDays(1);

    /// <summary>
    /// Uploads a video and waits until Pinterest has processed it. The client registers it, sends the file as it is
    /// read, and asks for its status until it is done.
    /// </summary>
    /// <param name="content">The video. It is sent from its position and stays open. If it can seek, an expired
    /// registration is renewed once.</param>
    /// <param name="options">The options of the upload; null for the defaults.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    /// <returns>The media id, for <c>PinMediaSourceVideoId</c>.</returns>
    /// <exception cref="ArgumentException">The stream is empty, its length is unknown, or Pinterest does not accept it
    /// as a video (see <see cref="MediaCheck"/>). Nothing was sent.</exception>
    /// <exception cref="PinterestUploadException">The file could not be sent or processed.</exception>
    /// <exception cref="PinterestApiException">Pinterest rejected the registration of the video.</exception>
    public Task<string> UploadVideoAsync(
        Stream content,
        VideoUploadOptions? options = null,
        IProgress<UploadProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(content);
        return new VideoUpload(_connection, options ?? new VideoUploadOptions(), progress).RunAsync(
            null,
            content,
            cancellationToken
        );
    }

    /// <summary>Uploads a video file and waits until Pinterest has processed it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">The options of the upload; null for the defaults and the name of the file.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    /// <returns>The media id, for <c>PinMediaSourceVideoId</c>.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ArgumentException">The file is empty, or Pinterest does not accept it as a video (see
    /// <see cref="MediaCheck"/>). Nothing was sent.</exception>
    /// <exception cref="PinterestUploadException">The file could not be sent or processed.</exception>
    public async Task<string> UploadVideoAsync(
        string path,
        VideoUploadOptions? options = null,
        IProgress<UploadProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
        await using (file.ConfigureAwait(false))
        {
            return await UploadVideoAsync(
                    file,
                    options ?? new VideoUploadOptions { FileName = Path.GetFileName(path) },
                    progress,
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Registers a video without sending it, so that a file can be sent later with
    /// <see cref="ResumeVideoUploadAsync"/>.
    /// </summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The address and the form fields for the file. They are valid for a limited time.</returns>
    public Task<RegisteredUpload> RegisterVideoAsync(CancellationToken cancellationToken = default) =>
        new VideoUpload(_connection, new VideoUploadOptions(), null).RegisterAsync(0, cancellationToken);

    /// <summary>Sends the file of a registered video and waits until Pinterest has processed it.</summary>
    /// <param name="upload">The registration.</param>
    /// <param name="content">The video, from its beginning. It stays open.</param>
    /// <param name="options">The options of the upload; null for the defaults.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    /// <exception cref="ArgumentException">The stream is empty, its length is unknown, or Pinterest does not accept it
    /// as a video (see <see cref="MediaCheck"/>). Nothing was sent.</exception>
    /// <returns>The media id of the registration, or of a new one when the registration had expired.</returns>
    /// <exception cref="PinterestUploadException">The file could not be sent or processed.</exception>
    public Task<string> ResumeVideoUploadAsync(
        RegisteredUpload upload,
        Stream content,
        VideoUploadOptions? options = null,
        IProgress<UploadProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(upload);
        ArgumentNullException.ThrowIfNull(content);
        return new VideoUpload(_connection, options ?? new VideoUploadOptions(), progress).RunAsync(
            upload,
            content,
            cancellationToken
        );
    }

    /// <summary>
    /// Waits until Pinterest has processed an uploaded file, so that a Pin can use it. The client requests the status
    /// at once, after 1 second, then less often, at least every 10 seconds.
    /// </summary>
    /// <param name="mediaId">The id of the registered file.</param>
    /// <param name="timeout">The longest wait, more than 0 and at most a day; null for 10 minutes.</param>
    /// <param name="progress">Receives the status from each request.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The processed file.</returns>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time-out is not more than 0 and at most a day.</exception>
    /// <exception cref="PinterestUploadException">Pinterest could not process the file, or the time ended; then
    /// <see cref="PinterestUploadException.IsStillProcessing"/> is true.</exception>
    /// <exception cref="PinterestNotFoundException">The file does not exist, or it belongs to another user.</exception>
    /// <exception cref="PinterestApiException">Pinterest rejected the request for another reason.</exception>
    public Task<Media> WaitForMediaAsync(
        string mediaId,
        TimeSpan? timeout = null,
        IProgress<MediaUploadStatus>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(mediaId);
        var limit = timeout ?? UsualMediaWait;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit, TimeSpan.Zero, nameof(timeout));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, LongestMediaWait, nameof(timeout));
        return new MediaWait(_connection).RunAsync(
            mediaId,
            limit,
            status => progress?.Report(status),
            cancellationToken
        );
    }
}
