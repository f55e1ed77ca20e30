namespace Pinterest.OpenApi.Sandbox.Serving;

/// <summary>The caller of a request, and what its token allows.</summary>
/// <param name="UserId">The user that the token acts for.</param>
/// <param name="Scopes">The scopes of the token.</param>
/// <param name="Scheme">The security scheme of the description that the token satisfies.</param>
internal sealed record Caller(string UserId, IReadOnlyList<string> Scopes, string Scheme)
{
    public bool Has(string scope) => Scopes.Contains(scope);

    /// <summary>Gets whether secret boards may be seen.</summary>
    public bool ReadsSecretBoards => Has("boards:read_secret");

    /// <summary>Gets whether Pins of secret boards may be seen.</summary>
    public bool ReadsSecretPins => ReadsSecretBoards && Has("pins:read_secret");

    public bool WritesSecretBoards => ReadsSecretBoards && Has("boards:write_secret");

    public bool WritesSecretPins => ReadsSecretPins && Has("pins:write_secret");
}
