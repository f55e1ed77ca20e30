namespace Pinterest.OpenApi;

/// <summary>A stored token and the version of its entry.</summary>
/// <param name="Token">The token.</param>
/// <param name="Version">Changes with every write; opaque.</param>
public sealed record StoredToken(PinterestToken Token, string Version);
