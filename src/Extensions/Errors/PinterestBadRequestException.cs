namespace Pinterest.OpenApi;

/// <summary>
/// A parameter or the body is malformed, missing or invalid (400 or 422). At a token endpoint it may be the code or the
/// refresh token; the kind is <see cref="PinterestErrorKind.GrantRefused"/> then. Sending the same again cannot succeed.
/// </summary>
public sealed class PinterestBadRequestException : PinterestApiException
{
    internal PinterestBadRequestException(ErrorResponse response, Refusal refusal)
        : base(response, refusal) { }
}
