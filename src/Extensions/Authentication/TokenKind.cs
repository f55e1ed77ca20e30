namespace Pinterest.OpenApi;

/// <summary>The owner of a token: a user, or the app itself.</summary>
public enum TokenKind
{
    /// <summary>A user who signed in: scheme <c>pinterest_oauth2</c>.</summary>
    User,

    /// <summary>The app itself: scheme <c>client_credentials</c>, which 76 operations of 5.23.0 accept.</summary>
    Client,
}
