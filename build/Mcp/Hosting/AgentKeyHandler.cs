using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>Knows an agent by its key: <c>Authorization: Bearer KEY</c>. The file is read at each request.</summary>
internal sealed class AgentKeyHandler(AgentKeys keys) : IAuthenticationHandler
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
    public Task<AuthenticateResult> AuthenticateAsync() => Task.FromResult(Authenticate());

    /// <inheritdoc/>
    public Task ChallengeAsync(AuthenticationProperties? properties)
    {
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

    private AuthenticateResult Authenticate()
    {
        if (
            _context.Request.Headers.Authorization is not [{ } header]
            || !header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
        )
        {
            return AuthenticateResult.NoResult();
        }

        try
        {
            return keys.Find(header[Bearer.Length..].Trim()) is { } agent
                ? AuthenticateResult.Success(new AuthenticationTicket(AgentPrincipal.Make(agent, Scheme), Scheme))
                : AuthenticateResult.Fail("The key is not known.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return AuthenticateResult.Fail("The keys cannot be read.");
        }
    }
}
