namespace Pinterest.OpenApi;

/// <summary>The options of the upload of a video.</summary>
public sealed record VideoUploadOptions
{
    /// <summary>Gets the name that the file has in the form.</summary>
    /// <value>The default is video.mp4.</value>
    public string FileName { get; init; } = "video.mp4";

    /// <summary>
    /// Gets the length in bytes of a stream that does not know its length. The upload host requires it.
    /// </summary>
    public long? Length { get; init; }

    /// <summary>Gets how long the upload may make no progress.</summary>
    /// <value>The default is 60 seconds.</value>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets how long Pinterest may take to process the file.</summary>
    /// <value>The default is 10 minutes.</value>
    public TimeSpan ProcessingTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Gets the hosts that a file may be sent to, each with its subdomains. Loopback is allowed when the API itself
    /// is on loopback.
    /// </summary>
    /// <value>The default is Pinterest's hosts and Amazon S3's.</value>
    public IReadOnlyList<string> AllowedHosts { get; init; } = ["pinterest.com", "pinimg.com", "amazonaws.com"];
}
