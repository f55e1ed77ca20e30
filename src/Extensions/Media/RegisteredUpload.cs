namespace Pinterest.OpenApi;

/// <summary>
/// A registered video: where to send the file, and with which fields. The fields are secrets for as long as the
/// policy lives, so they do not print.
/// </summary>
/// <param name="MediaId">The id to create the Pin with.</param>
/// <param name="UploadAddress">Where to send the file.</param>
/// <param name="Fields">The form fields to send before the file, as they are and in their order.</param>
public sealed record RegisteredUpload(
    string MediaId,
    Uri UploadAddress,
    IReadOnlyList<KeyValuePair<string, string>> Fields
)
{
    /// <summary>Names the upload without its fields.</summary>
    public override string ToString() => $"media {MediaId} at {UploadAddress.Host}";
}
