namespace Pinterest.OpenApi;

/// <summary>
/// The user may not do this (403): a role or a scope is missing, or the object belongs to another user.
/// </summary>
public sealed class PinterestForbiddenException : PinterestApiException
{
    internal PinterestForbiddenException(ErrorResponse response, Refusal refusal)
        : base(response, refusal) { }
}
