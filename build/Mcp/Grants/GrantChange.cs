namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>What a change made of the grants.</summary>
/// <param name="Before">The grants of before.</param>
/// <param name="After">The grants of now.</param>
public sealed record GrantChange(GrantFile Before, GrantFile After);
