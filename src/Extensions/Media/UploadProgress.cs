namespace Pinterest.OpenApi;

/// <summary>How far an upload is.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="BytesSent">How many bytes of the file were sent.</param>
/// <param name="BytesTotal">How many bytes the file has.</param>
public sealed record UploadProgress(UploadStage Stage, long BytesSent, long BytesTotal);

/// <summary>The stages of an upload.</summary>
public enum UploadStage
{
    /// <summary>The video is registered.</summary>
    Registering,

    /// <summary>The file is sent.</summary>
    Sending,

    /// <summary>Pinterest processes the file.</summary>
    Processing,

    /// <summary>The video can be used in a Pin.</summary>
    Done,
}
