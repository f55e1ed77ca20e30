namespace Pinterest.OpenApi;

/// <summary>
/// Pinterest has not approved the app for this yet (401 or 403, code 3, "consumer type is not supported"). No scope and
/// no role helps: ask Pinterest for trial access, then for standard access.
/// </summary>
public sealed class PinterestAppNotApprovedException : PinterestApiException
{
    internal PinterestAppNotApprovedException(ErrorResponse response, Refusal refusal)
        : base(response, refusal) { }
}
