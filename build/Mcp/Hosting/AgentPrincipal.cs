using System.Security.Claims;
using ModelContextProtocol;
using Pinterest.OpenApi.Mcp.Access;

namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>An agent as a user of ASP.NET Core.</summary>
internal static class AgentPrincipal
{
    /// <summary>Makes the user.</summary>
    /// <param name="agent">The name of the agent.</param>
    /// <param name="scheme">How it showed who it is.</param>
    public static ClaimsPrincipal Make(string agent, string scheme) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, agent)], scheme, ClaimTypes.NameIdentifier, null));

    /// <summary>Reads the name of the agent, or null.</summary>
    public static string? NameOf(ClaimsPrincipal? user) => user?.FindFirst(ClaimTypes.NameIdentifier)?.Value;

    /// <summary>Says who sends a request.</summary>
    /// <exception cref="McpException">Nobody that is known does.</exception>
    public static AgentIdentity Identify(ClaimsPrincipal? user, string session) =>
        NameOf(user) is { Length: > 0 } name
            ? new AgentIdentity(name, session)
            : throw new McpException("The request has no key of an agent.");
}
