namespace Pinterest.OpenApi.Sandbox;

/// <summary>The access tier of the app, which sets its rate limits and what it may do.</summary>
public enum SandboxAccessTier
{
    /// <summary>No limits and no rate-limit headers.</summary>
    Unlimited,

    /// <summary>
    /// 1,000 requests a day in all, and each category's limit a day. The app cannot create, save or change a Pin.
    /// </summary>
    Trial,

    /// <summary>100 requests a second for a user, and each category's limit a minute.</summary>
    Standard,
}
