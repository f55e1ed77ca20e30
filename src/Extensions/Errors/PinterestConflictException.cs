namespace Pinterest.OpenApi;

/// <summary>
/// The call conflicts with what is there (409). The kind says how: the same thing exists already, something that the call
/// needs does not exist yet, or another call changes it at the same time.
/// </summary>
public sealed class PinterestConflictException : PinterestApiException
{
    internal PinterestConflictException(ErrorResponse response, Refusal refusal)
        : base(response, refusal) { }
}
