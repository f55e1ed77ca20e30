using Pinterest.OpenApi.Metadata;
using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi;

/// <summary>
/// Asks for a media id until Pinterest has processed the file: at once, after 1 second, then less often, at least every 10 seconds.
/// </summary>
internal sealed class MediaWait(PinterestConnection connection)
{
    private const double Growth = 1.5;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _time = connection.Options.TimeProvider;

    /// <summary>Waits.</summary>
    /// <param name="mediaId">The registered file.</param>
    /// <param name="limit">How long in all.</param>
    /// <param name="report">Receives the status from each request.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="PinterestUploadException">It failed, or took too long.</exception>
    public async Task<Media> RunAsync(
        string mediaId,
        TimeSpan limit,
        Action<MediaUploadStatus> report,
        CancellationToken cancellationToken
    )
    {
        var start = _time.GetTimestamp();
        var pause = FirstPause;
        while (true)
        {
            var request = new PinterestRequest(Operations.Find("media/get"));
            request.Add("media_id", mediaId);
            var media = await connection.SendAsync<Media>(request, cancellationToken).ConfigureAwait(false);
            if (media.Status is { } status)
            {
                report(status);
                if (status == MediaUploadStatus.Succeeded)
                {
                    return media;
                }

                if (status == MediaUploadStatus.Failed)
                {
                    throw new PinterestUploadException(
                        mediaId,
                        "Pinterest could not process the file. Check that it is a video within Pinterest's limits, and upload it again."
                    );
                }
            }

            var left = limit - _time.GetElapsedTime(start);
            if (left <= TimeSpan.Zero)
            {
                throw new PinterestUploadException(
                    mediaId,
                    $"Pinterest has not processed the file within {limit.TotalSeconds:0} s. "
                        + "It may still finish. Call WaitForMediaAsync later."
                )
                {
                    IsStillProcessing = true,
                };
            }

            // The last request is made when the time is over, so that no answer is missed.
            await Task.Delay(pause < left ? pause : left, _time, cancellationToken).ConfigureAwait(false);
            pause = pause * Growth < LongestPause ? pause * Growth : LongestPause;
        }
    }
}
