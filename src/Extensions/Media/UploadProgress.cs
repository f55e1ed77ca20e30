namespace Pinterest.OpenApi;

/// <summary>The progress of an upload.</summary>
/// <param name="Stage">The current stage.</param>
/// <param name="BytesSent">How many bytes of the file were sent.</param>
/// <param name="BytesTotal">How many bytes the file has.</param>
public sealed record UploadProgress(UploadStage Stage, long BytesSent, long BytesTotal);
