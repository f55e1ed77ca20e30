namespace Pinterest.OpenApi.Mcp.SignIn;

/// <summary>What a token says.</summary>
/// <param name="Agent">The name of the agent, or null where the token is refused.</param>
/// <param name="Refusal">Why it is refused.</param>
/// <param name="Reason">The same in a sentence of our own, without a text of the token; empty where it is not refused.</param>
public sealed record TokenReading(string? Agent, TokenRefusal Refusal, string Reason)
{
    internal static TokenReading Of(string agent) => new(agent, TokenRefusal.None, "");

    internal static TokenReading Refused(TokenRefusal refusal, string reason) => new(null, refusal, reason);
}
