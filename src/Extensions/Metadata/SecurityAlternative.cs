namespace Pinterest.OpenApi.Metadata;

/// <summary>One way to authenticate an operation.</summary>
/// <param name="Scheme">The name of the scheme: pinterest_oauth2, client_credentials, conversion_token or
/// basic.</param>
/// <param name="Scopes">The scopes that a token needs, all of them.</param>
public sealed record SecurityAlternative(string Scheme, IReadOnlyList<string> Scopes);
