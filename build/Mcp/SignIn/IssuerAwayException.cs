namespace Pinterest.OpenApi.Mcp.SignIn;

/// <summary>The metadata or the keys of the issuer cannot be had now, so that no token can be checked.</summary>
/// <param name="message">What happened, without secrets.</param>
/// <param name="inner">Why.</param>
public sealed class IssuerAwayException(string message, Exception? inner = null) : Exception(message, inner);
