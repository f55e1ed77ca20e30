namespace Pinterest.OpenApi;

/// <summary>
/// The access tier of the app at Pinterest. The client delays calls so that they stay within its limits.
/// </summary>
public enum AccessTier
{
    /// <summary>Standard access: 100 calls a second for each user, and limits a minute for each category.</summary>
    Standard,

    /// <summary>Trial access: 1,000 calls a day in all, and limits a day for each category.</summary>
    Trial,

    /// <summary>Calls are not delayed, except after a rate-limit response. Use it for your own sandbox.</summary>
    Unlimited,
}
