namespace Pinterest.OpenApi;

/// <summary>Which allowance Pinterest gives the app, so that calls are paced before they are refused.</summary>
public enum AccessTier
{
    /// <summary>Standard access: 100 calls a second for each user, and limits a minute for each category.</summary>
    Standard,

    /// <summary>Trial access: 1,000 calls a day in all, and limits a day for each category.</summary>
    Trial,

    /// <summary>Calls are not paced; a refused one is still waited for. For a sandbox of one's own.</summary>
    Unlimited,
}
