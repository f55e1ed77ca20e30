using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>
/// The token lacks a scope that the operation requires, or it is a token of the app and the operation requires a user.
/// Pinterest returned 401 or 403. The status is 0 when the client found the problem before it sent the call.
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
            $"The token lacks the scope {string.Join(", ", missing.Select(WithSecretVariant))}. Request it at the "
                + "next sign-in of the user.",
            missing
        );

    internal static PinterestMissingScopeException NotForClients(Operation operation) =>
        new(operation, "A token of the app itself (client credentials) cannot call it. Use the token of a user.", []);

    private static string WithSecretVariant(string scope) =>
        scope is "boards:read" or "boards:write" or "pins:read" or "pins:write"
            ? $"{scope} (and {scope}_secret for secret boards and Pins)"
            : scope;
}
