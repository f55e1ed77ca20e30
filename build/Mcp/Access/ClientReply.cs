namespace Pinterest.OpenApi.Mcp.Access;

/// <summary>What the client of an agent sent with a call, as an answer to the question of an earlier one.</summary>
/// <param name="State">The state that it was given with the question, or null. Anybody can send anything here.</param>
/// <param name="IsYes">Whether it says that its person said yes.</param>
public sealed record ClientReply(string? State, bool IsYes);
