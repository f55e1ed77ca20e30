namespace Pinterest.OpenApi.Mcp.SignIn;

/// <summary>Why a token does not let an agent in.</summary>
public enum TokenRefusal
{
    /// <summary>It does.</summary>
    None,

    /// <summary>It is no token of the issuer for this server that holds now.</summary>
    Invalid,

    /// <summary>It lacks a scope.</summary>
    ScopeMissing,

    /// <summary>It could not be checked, because the issuer cannot be reached.</summary>
    IssuerAway,
}
