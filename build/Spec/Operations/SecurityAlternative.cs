namespace Pinterest.OpenApi.Spec.Operations;

/// <summary>One way to authenticate an operation: a scheme, and the scopes that a token of it must all have.</summary>
/// <param name="Scheme">The name of the scheme: pinterest_oauth2, client_credentials, conversion_token or
/// basic.</param>
/// <param name="Scopes">The scopes, all needed.</param>
internal sealed record SecurityAlternative(string Scheme, IReadOnlyList<string> Scopes);
