using System.Text;
using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Spec.Operations;

namespace Pinterest.OpenApi.Sandbox.OAuth;

/// <summary>
/// Finds the caller of a request, and checks its token against the security that the operation declares.
/// </summary>
internal sealed class Authenticator(TokenTable tokens, string defaultUserId, IReadOnlyList<string>? scopesOfAnybody)
{
    private const string Bearer = "Bearer ";
    private const string Basic = "Basic ";

    // The sandbox issues tokens for these; those of a scheme that another description has may have any kind.
    private static readonly HashSet<string> OfPinterest = new(StringComparer.Ordinal)
    {
        "pinterest_oauth2",
        "client_credentials",
        "conversion_token",
        "basic",
    };

    /// <exception cref="SandboxError">401: the token is unknown or expired (code 2), or lacks a scope (code
    /// 3).</exception>
    public Caller Authenticate(HttpRequest request, OperationSchemas operation)
    {
        var caller =
            Read(request.Headers.Authorization.ToString())
            ?? Anybody(operation)
            ?? throw SandboxError.AuthenticationFailed();
        var alternatives = operation
            .Facts.Security.Where(alternative =>
                alternative.Scheme == caller.Scheme || !OfPinterest.Contains(alternative.Scheme)
            )
            .ToList();
        if (operation.Facts.Security.Count == 0)
        {
            return caller;
        }

        if (alternatives.Count == 0)
        {
            // A bearer token for an operation that needs Basic counts as no credential at all, and so does the reverse.
            var takesTokens = operation.Facts.Security.Any(alternative => alternative.Scheme != "basic");
            throw takesTokens && caller.Scheme != "basic"
                ? SandboxError.MissingScope($"{operation.Id} does not accept a token of {caller.Scheme}")
                : SandboxError.AuthenticationFailed();
        }

        var lacking = alternatives
            .Select(alternative => alternative.Scopes.Where(scope => !caller.Has(scope)).ToList())
            .MinBy(scopes => scopes.Count)!;
        return lacking.Count == 0
            ? caller
            : throw SandboxError.MissingScope($"{operation.Id} requires the scope {string.Join(", ", lacking)}");
    }

    // Recorded contracts hold example credentials, which no sandbox has issued.
    private Caller? Anybody(OperationSchemas operation) =>
        scopesOfAnybody is null
            ? null
            : new Caller(
                defaultUserId,
                scopesOfAnybody,
                operation.Facts.Security is [var first, ..] ? first.Scheme : ""
            );

    private Caller? Read(string header)
    {
        if (header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase))
        {
            return IsApp(header[Basic.Length..]) ? new Caller(defaultUserId, [], "basic") : null;
        }

        if (
            !header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            || tokens.Access(header[Bearer.Length..].Trim()) is not { } grant
        )
        {
            return null;
        }

        var scheme = grant.Kind switch
        {
            GrantKind.Client => "client_credentials",
            GrantKind.Conversion => "conversion_token",
            _ => "pinterest_oauth2",
        };
        return new Caller(grant.UserId, grant.Scopes, scheme);
    }

    private bool IsApp(string sent)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(sent.Trim()))
                == $"{tokens.App.Id}:{tokens.App.Secret}";
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
