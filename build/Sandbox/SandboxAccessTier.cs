namespace Pinterest.OpenApi.Sandbox;

/// <summary>The access tier of the app, which sets its rate limits.</summary>
public enum SandboxAccessTier
{
    /// <summary>No limits and no rate-limit headers.</summary>
    Unlimited,

    /// <summary>1,000 requests a day in all, and each category's limit a day.</summary>
    Trial,

    /// <summary>100 requests a second for a user, and each category's limit a minute.</summary>
    Standard,
}
