namespace Pinterest.OpenApi;

/// <summary>Pinterest's word on a refresh token itself, unlike a failed connection, a 429 or a 500.</summary>
internal static class RefreshRefusal
{
    /// <summary>
    /// Tells whether an error is one: only a new sign-in helps then. A wrong app secret is none, because a new sign-in
    /// would fail too.
    /// </summary>
    public static bool Is(PinterestApiException error) =>
        error.Kind
            is PinterestErrorKind.GrantRefused
                or PinterestErrorKind.BadRequest
                or PinterestErrorKind.Authentication
                or PinterestErrorKind.Forbidden
                or PinterestErrorKind.MissingScope;

    /// <summary>Says it by status and code, since the message may quote the refresh token.</summary>
    public static string Describe(PinterestApiException error)
    {
        var code = error.Code is { } number ? $", code {number}" : "";
        return $"Pinterest rejected the refresh token ({(int)error.Status}{code}).";
    }
}
