using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Authentication;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.SignIn;

namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>
/// Lets agents in that an OAuth issuer knows, and tells clients where to sign in, as the MCP authorization specification
/// says. What an agent may do stands in the grants alone.
/// </summary>
internal sealed class IssuerSignIn(IssuerOptions options, IAgentGate gate, ILogger logger) : IDisposable
{
    /// <summary>How an agent showed who it is.</summary>
    public const string Scheme = "AgentToken";

    private const string Metadata = "/.well-known/oauth-protected-resource";
    private const string Endpoint = "/mcp";
    private const string Retry = "5";

    private readonly AgentTokens _tokens = new(options);

    /// <summary>Adds the sign-in, if the server has an issuer.</summary>
    public static void Add(IServiceCollection services, ServerParts parts, ILoggerFactory logs)
    {
        if (parts is { Issuer: { } issuer, Gate: { } gate })
        {
            services.AddSingleton(_ => new IssuerSignIn(issuer, gate, logs.CreateLogger(PinterestMcp.Name)));
        }
    }

    /// <summary>Serves the metadata, and refuses agents without a grant. It comes after all other checks.</summary>
    public static void Use(WebApplication application)
    {
        if (application.Services.GetService<IssuerSignIn>() is not { } signIn)
        {
            return;
        }

        application.Use(
            async (context, next) =>
            {
                if (await signIn.IsGrantedAsync(context))
                {
                    await next(context);
                }
            }
        );
        RequestDelegate tell = signIn.TellAsync;
        application.MapGet(Metadata, tell);
        application.MapGet(Metadata + "/{*path}", tell);
    }

    /// <summary>Reads the agent of a token.</summary>
    public async Task<AuthenticateResult> AuthenticateAsync(HttpContext context, string token)
    {
        var read = await _tokens.ReadAsync(token, ResourceOf(context), context.RequestAborted);
        if (read.Agent is { } agent)
        {
            return AuthenticateResult.Success(new AuthenticationTicket(AgentPrincipal.Make(agent, Scheme), Scheme));
        }

        context.Items[typeof(TokenReading)] = read;
        return AuthenticateResult.Fail(read.Reason);
    }

    /// <summary>Answers a request that may not come in.</summary>
    public Task ChallengeAsync(HttpContext context)
    {
        var read = context.Items[typeof(TokenReading)] as TokenReading;
        if (read is not null)
        {
            logger.RefusedToken(read.Reason);
        }

        var response = context.Response;
        if (read is { Refusal: TokenRefusal.IssuerAway })
        {
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            response.Headers.RetryAfter = Retry;
            return response.WriteAsync($"{read.Reason} A key of the agent still works.\n");
        }

        response.StatusCode = read is { Refusal: TokenRefusal.ScopeMissing }
            ? StatusCodes.Status403Forbidden
            : StatusCodes.Status401Unauthorized;
        response.Headers.WWWAuthenticate = Challenge(context, read?.Refusal);
        return response.WriteAsync(
            $"{read?.Reason ?? "Who calls?"} Sign in at {options.Authority}, or send the key of the agent as "
                + "'Authorization: Bearer KEY'.\n"
        );
    }

    /// <inheritdoc/>
    public void Dispose() => _tokens.Dispose();

    private string Challenge(HttpContext context, TokenRefusal? refusal)
    {
        var resource = new Uri(ResourceOf(context));
        var place = resource.GetLeftPart(UriPartial.Authority) + Metadata + resource.AbsolutePath.TrimEnd('/');
        var parts = new List<string>();
        if (refusal is not null)
        {
            parts.Add(
                refusal is TokenRefusal.ScopeMissing ? "error=\"insufficient_scope\"" : "error=\"invalid_token\""
            );
        }

        if (options.Scopes.Count > 0)
        {
            parts.Add($"scope=\"{string.Join(' ', options.Scopes)}\"");
        }

        parts.Add($"resource_metadata=\"{place}\"");
        return "Bearer " + string.Join(", ", parts);
    }

    private Task TellAsync(HttpContext context)
    {
        var resource = ResourceOf(context);
        var below = context.Request.Path.Value![Metadata.Length..].TrimEnd('/');
        if (below is not ("" or Endpoint) && below != new Uri(resource).AbsolutePath.TrimEnd('/'))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        var metadata = new ProtectedResourceMetadata
        {
            Resource = resource,
            AuthorizationServers = [options.Authority],
            ScopesSupported = [.. options.Scopes],
            BearerMethodsSupported = ["header"],
            ResourceName = "Pinterest (pinterest-mcp)",
        };
        var type = McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(ProtectedResourceMetadata));
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(JsonSerializer.Serialize(metadata, type));
    }

    // The issuer says who an agent is; without a grant it may do nothing, so that it is told at once.
    private async Task<bool> IsGrantedAsync(HttpContext context)
    {
        if (context.User.Identity?.AuthenticationType != Scheme)
        {
            return true;
        }

        var agent = AgentPrincipal.Identify(context.User, $"http-{context.Connection.Id}");
        try
        {
            await gate.GetGrantAsync(agent, context.RequestAborted);
            return true;
        }
        catch (AccessDeniedException error)
        {
            logger.RefusedAgent(agent.Name, error.Decision.Reason);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            try
            {
                await gate.RefuseAsync(agent, "sign-in", "{}", error.Decision, context.RequestAborted);
            }
            catch (AuditStoreException failure)
            {
                logger.CannotLog(failure.Message);
            }

            await context.Response.WriteAsync($"The agent {agent.Name} is not let in: {error.Decision.Reason}\n");
            return false;
        }
    }

    private string ResourceOf(HttpContext context) =>
        options.Resource
        ?? string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{context.Connection.LocalPort}{Endpoint}");
}
