namespace Pinterest.OpenApi;

/// <summary>
/// A registered video: the address for the file, and the form fields. The fields are secrets while the registration is
/// valid, so the text form does not contain them.
/// </summary>
/// <param name="MediaId">The id to create the Pin with.</param>
/// <param name="UploadAddress">The address for the file.</param>
/// <param name="Fields">The form fields to send before the file, unchanged and in their order.</param>
public sealed record RegisteredUpload(
    string MediaId,
    Uri UploadAddress,
    IReadOnlyList<KeyValuePair<string, string>> Fields
)
{
    /// <summary>Names the upload without its fields.</summary>
    public override string ToString() => $"media {MediaId} at {UploadAddress.Host}";
}
