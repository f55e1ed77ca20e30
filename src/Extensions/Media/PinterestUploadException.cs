using System.Net;

namespace Pinterest.OpenApi;

/// <summary>A video could not be uploaded or processed.</summary>
public sealed class PinterestUploadException : PinterestException
{
    internal PinterestUploadException(
        string? mediaId,
        string message,
        HttpStatusCode? status = null,
        Exception? inner = null
    )
        : base($"{(mediaId is null ? "upload" : $"media {mediaId}")}: {message}", inner)
    {
        MediaId = mediaId;
        Status = status;
    }

    /// <summary>Gets the id of the registered video, or null when none was registered.</summary>
    public string? MediaId { get; }

    /// <summary>
    /// Gets whether Pinterest was still processing the file when the time ended. The file may still become usable: wait
    /// again with <c>WaitForMediaAsync</c>. Do not upload it again.
    /// </summary>
    public bool IsStillProcessing { get; internal init; }

    /// <summary>Gets the status of the upload host, or null when the failure had another cause.</summary>
    public HttpStatusCode? Status { get; }
}
