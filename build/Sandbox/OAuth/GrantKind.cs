namespace Pinterest.OpenApi.Sandbox.OAuth;

/// <summary>The kinds of codes and tokens.</summary>
internal enum GrantKind
{
    /// <summary>A code of the authorise page, which can be exchanged once.</summary>
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
