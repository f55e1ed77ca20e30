using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>
/// Knows an agent by its key: <c>Authorization: Bearer KEY</c>. The file is read at each request. What is no key goes to
/// the issuer's sign-in, where the server has one.
/// </summary>
/// <param name="keys">The keys.</param>
/// <param name="issuer">The sign-in of an issuer, or null.</param>
internal sealed class AgentKeyHandler(AgentKeys keys, IssuerSignIn? issuer = null) : IAuthenticationHandler
{
    /// <summary>The name of the scheme.</summary>
    public const string Scheme = "AgentKey";

    private const string Bearer = "Bearer ";

    private HttpContext _context = null!;

    /// <inheritdoc/>
    public Task InitializeAsync(AuthenticationScheme scheme, HttpContext context)
    {
        _context = context;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<AuthenticateResult> AuthenticateAsync()
    {
        if (
            _context.Request.Headers.Authorization is not [{ } header]
            || !header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
        )
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var sent = header[Bearer.Length..].Trim();
        return issuer is not null && !AgentKeys.IsKey(sent)
            ? issuer.AuthenticateAsync(_context, sent)
            : Task.FromResult(Authenticate(sent));
    }

    /// <inheritdoc/>
    public Task ChallengeAsync(AuthenticationProperties? properties)
    {
        if (issuer is not null)
        {
            return issuer.ChallengeAsync(_context);
        }

        _context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        _context.Response.Headers.WWWAuthenticate = "Bearer";
        return _context.Response.WriteAsync(
            "Send the key of the agent as 'Authorization: Bearer KEY'. "
                + "A person makes one: pinterest-mcp agents key NAME\n"
        );
    }

    /// <inheritdoc/>
    public Task ForbidAsync(AuthenticationProperties? properties)
    {
        _context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private AuthenticateResult Authenticate(string sent)
    {
        try
        {
            return keys.Find(sent) is { } agent
                ? AuthenticateResult.Success(new AuthenticationTicket(AgentPrincipal.Make(agent, Scheme), Scheme))
                : AuthenticateResult.Fail("The key is not known.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return AuthenticateResult.Fail("The keys cannot be read.");
        }
    }
}
