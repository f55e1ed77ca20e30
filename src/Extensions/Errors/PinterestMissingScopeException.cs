using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>
/// The token lacks a scope that the operation needs, or speaks for an app where only a user may call. Pinterest
/// said so (401 or 403), or the client found out before it sent the call; then the status is 0.
/// </summary>
public sealed class PinterestMissingScopeException : PinterestApiException
{
    internal PinterestMissingScopeException(ErrorResponse response, Refusal refusal)
        : base(response, refusal) { }

    private PinterestMissingScopeException(Operation operation, string advice, IReadOnlyList<string> missing)
        : base(new ErrorResponse(operation), new Refusal(PinterestErrorKind.MissingScope) { Advice = advice }) =>
        MissingScopes = missing;

    /// <summary>Gets the scopes that are missing, when that is known.</summary>
    public IReadOnlyList<string> MissingScopes { get; } = [];

    internal static PinterestMissingScopeException NotSent(Operation operation, IReadOnlyList<string> missing) =>
        new(
            operation,
            $"The token lacks the scope {string.Join(", ", missing.Select(WithSecretVariant))}. Ask the user for it at the next sign-in.",
            missing
        );

    internal static PinterestMissingScopeException NotForClients(Operation operation) =>
        new(operation, "A token of the app itself (client credentials) cannot call it; use the token of a user.", []);

    private static string WithSecretVariant(string scope) =>
        scope is "boards:read" or "boards:write" or "pins:read" or "pins:write"
            ? $"{scope} (and {scope}_secret for what is secret)"
            : scope;
}
