namespace Pinterest.OpenApi;

/// <summary>
/// The call conflicts with the current state (409). The kind gives the reason. The same object already exists, an
/// object that the call requires does not exist, or another call changes it at the same time.
/// </summary>
public sealed class PinterestConflictException : PinterestApiException
{
    internal PinterestConflictException(ErrorResponse response, Refusal refusal)
        : base(response, refusal) { }
}
