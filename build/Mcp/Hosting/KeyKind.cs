namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>What tells one kind of keys from another.</summary>
/// <param name="Prefix">How each key of the kind begins.</param>
/// <param name="Whose">What the keys are called in messages, for example the agents' keys.</param>
/// <param name="Command">The command that makes one.</param>
internal sealed record KeyKind(string Prefix, string Whose, string Command);
