namespace Pinterest.OpenApi.Sandbox.OAuth;

/// <summary>What a token is.</summary>
internal enum GrantKind
{
    /// <summary>A code of the authorise page, for one exchange.</summary>
    Code,

    /// <summary>An access token of a user.</summary>
    User,

    /// <summary>An access token of the app itself.</summary>
    Client,

    /// <summary>A token for conversion events.</summary>
    Conversion,

    /// <summary>A refresh token.</summary>
    Refresh,
}
