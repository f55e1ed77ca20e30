using System.Net.Http.Headers;
using System.Text;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>Gives each call exactly one of the ways to authenticate that its operation declares.</summary>
internal static class OperationAuthorizer
{
    private const string Basic = "basic";
    private const string Conversion = "conversion_token";
    private const string User = "pinterest_oauth2";
    private const string Client = "client_credentials";

    /// <summary>Authenticates with what does not come from a credential.</summary>
    /// <returns>The header; null when the operation wants the token of a credential.</returns>
    /// <exception cref="InvalidOperationException">The operation wants the app's id and secret, and there are
    /// none.</exception>
    public static AuthenticationHeaderValue? TryWithoutCredential(
        Operation operation,
        string? conversionToken,
        PinterestApp? app
    )
    {
        if (conversionToken is not null && Declares(operation, Conversion))
        {
            return new AuthenticationHeaderValue("Bearer", conversionToken);
        }

        if (!Declares(operation, Basic) || Declares(operation, User))
        {
            return null;
        }

        if (app is null)
        {
            throw new InvalidOperationException(
                $"{operation.Id} requires the app's id and secret. Set App, or use PinterestOAuth."
            );
        }

        return new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{app.Id}:{app.Secret}"))
        );
    }

    /// <summary>Stops a call that cannot succeed with this kind of token or its scopes.</summary>
    /// <exception cref="PinterestMissingScopeException">It cannot succeed.</exception>
    public static void Check(Operation operation, TokenKind kind, PinterestToken token)
    {
        var scheme = kind is TokenKind.Client ? Client : User;
        var alternative = operation.Security.FirstOrDefault(declared => declared.Scheme == scheme);
        if (alternative is null && kind is TokenKind.Client)
        {
            throw PinterestMissingScopeException.NotForClients(operation);
        }

        if (alternative is null || token.Scopes.Count == 0)
        {
            return;
        }

        if (alternative.Scopes.All(token.Scopes.Contains))
        {
            return;
        }

        throw PinterestMissingScopeException.NotSent(operation, [.. alternative.Scopes.Except(token.Scopes)]);
    }

    private static bool Declares(Operation operation, string scheme) =>
        operation.Security.Any(alternative => alternative.Scheme == scheme);
}
