using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.OAuth;

/// <summary>The token operations: oauth/token, token/revoke and oauth/conversion_token.</summary>
internal sealed class OAuthOperations(TokenTable tokens, IReadOnlyCollection<string> knownScopes)
{
    private static readonly char[] Separators = [',', ' '];

    public IEnumerable<(string Id, Func<ApiCall, SandboxReply> Answer)> All =>
        [("oauth/token", Token), ("token/revoke", Revoke), ("oauth/conversion_token", ConversionToken)];

    /// <summary>Reads scopes, by comma or space.</summary>
    /// <exception cref="SandboxError">One is not known.</exception>
    public static IReadOnlyList<string> ReadScopes(string? text, IReadOnlyCollection<string> knownScopes)
    {
        var scopes = (text ?? "")
            .Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return scopes.FirstOrDefault(scope => !knownScopes.Contains(scope)) is { } unknown
            ? throw SandboxError.Invalid($"'scope' names '{unknown}', which is not a scope.")
            : scopes;
    }

    private SandboxReply Token(ApiCall call) =>
        call.Text("grant_type") switch
        {
            "authorization_code" => Exchange(call),
            "refresh_token" => Refresh(call),
            _ => ClientCredentials(call),
        };

    private SandboxReply Exchange(ApiCall call)
    {
        var code = tokens.Use(
            call.Text("code") ?? throw SandboxError.Invalid("'code' is required."),
            GrantKind.Code,
            found =>
            {
                if (call.Text("redirect_uri") != found.RedirectUri)
                {
                    throw SandboxError.BadGrant("'redirect_uri' is not the address that received the code.");
                }
            }
        );
        return Pair("authorization_code", code, code.Scopes);
    }

    private SandboxReply Refresh(ApiCall call)
    {
        var asked = ReadScopes(call.Text("scope"), knownScopes);
        var refresh = tokens.Use(
            call.Text("refresh_token") ?? throw SandboxError.Invalid("'refresh_token' is required."),
            GrantKind.Refresh,
            found =>
            {
                if (asked.FirstOrDefault(scope => !found.Has(scope)) is { } more)
                {
                    throw SandboxError.Invalid($"'scope' names '{more}', which the user did not allow.");
                }
            }
        );
        return Pair("refresh_token", refresh, asked.Count > 0 ? asked : refresh.Scopes);
    }

    private SandboxReply ClientCredentials(ApiCall call)
    {
        var scopes = ReadScopes(call.Text("scope") ?? throw SandboxError.Invalid("'scope' is required."), knownScopes);
        if (scopes.Count == 0)
        {
            throw SandboxError.Invalid("'scope' names no scope.");
        }

        return SandboxReply.Json(
            StatusCodes.Status200OK,
            Access("client_credentials", tokens.Issue(GrantKind.Client, call.Caller.UserId, scopes))
        );
    }

    private SandboxReply Revoke(ApiCall call)
    {
        tokens.Revoke(call.Text("token")!);
        return new SandboxReply(StatusCodes.Status200OK, ReadOnlyMemory<byte>.Empty);
    }

    private SandboxReply ConversionToken(ApiCall call)
    {
        var grant = tokens.Issue(GrantKind.Conversion, call.Caller.UserId, ["ads:write"]);
        return SandboxReply.Json(
            StatusCodes.Status200OK,
            new JObject { ["access_token"] = grant.Id, ["token_type"] = "conversion" }
        );
    }

    private SandboxReply Pair(string responseType, Grant from, IReadOnlyList<string> scopes)
    {
        var reply = Access(responseType, tokens.Issue(GrantKind.User, from.UserId, scopes, from.SignIn));
        var refresh = tokens.Issue(GrantKind.Refresh, from.UserId, from.Scopes, from.SignIn);
        reply["refresh_token"] = refresh.Id;
        reply["refresh_token_expires_in"] = (long)TokenTable.RefreshLifetime.TotalSeconds;
        reply["refresh_token_expires_at"] = refresh.ExpiresAt.ToUnixTimeSeconds();
        return SandboxReply.Json(StatusCodes.Status200OK, reply);
    }

    private static JObject Access(string responseType, Grant grant) =>
        new()
        {
            ["response_type"] = responseType,
            ["access_token"] = grant.Id,
            ["token_type"] = "bearer",
            ["expires_in"] = (long)TokenTable.AccessLifetime.TotalSeconds,
            ["scope"] = string.Join(' ', grant.Scopes),
        };
}
