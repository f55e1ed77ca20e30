namespace Pinterest.OpenApi;

/// <summary>The options of the renewal of a user's token.</summary>
public sealed record UserTokenOptions
{
    /// <summary>Gets how long before its expiry a token is renewed, in the background.</summary>
    /// <value>The default is 5 minutes.</value>
    public TimeSpan RenewalMargin { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Gets how long before the expiry of the refresh token <see cref="UserTokenCredential.ReauthorizationNeeded"/> is
    /// raised. The first call or renewal after that moment raises it.
    /// </summary>
    /// <value>The default is 7 days.</value>
    public TimeSpan ReauthorizationWarning { get; init; } = TimeSpan.FromDays(7);
}
