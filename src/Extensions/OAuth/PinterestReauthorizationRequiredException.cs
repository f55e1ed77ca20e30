namespace Pinterest.OpenApi;

/// <summary>
/// The user must sign in again: the refresh token was rejected, has expired, or is missing. A retry cannot succeed.
/// </summary>
public sealed class PinterestReauthorizationRequiredException : PinterestException
{
    internal PinterestReauthorizationRequiredException(string user, string reason, Exception? inner = null)
        : base($"The user '{user}' must sign in again: {reason} A retry cannot succeed.", inner) => User = user;

    /// <summary>Gets the key under which the user's token is stored.</summary>
    public string User { get; }
}
