namespace Pinterest.OpenApi;

/// <summary>How far an upload is.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="BytesSent">How many bytes of the file were sent.</param>
/// <param name="BytesTotal">How many bytes the file has.</param>
public sealed record UploadProgress(UploadStage Stage, long BytesSent, long BytesTotal);
