namespace Pinterest.OpenApi;

/// <summary>
/// Pinterest has not approved the app for this yet (401 or 403, code 3, "consumer type is not supported"). Another
/// scope or role does not change that. Request trial access from Pinterest, then standard access.
/// </summary>
public sealed class PinterestAppNotApprovedException : PinterestApiException
{
    internal PinterestAppNotApprovedException(ErrorResponse response, Refusal refusal)
        : base(response, refusal) { }
}
