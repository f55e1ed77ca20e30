namespace Pinterest.OpenApi;

/// <summary>
/// The options of retries. A failed call is sent again after a transient error
/// (<see cref="PinterestApiException.IsTransient"/>) with a short wait, and after a broken connection or a time-out. A
/// POST that creates is sent again only when it did not arrive, or after 429.
/// </summary>
public sealed record PinterestRetryOptions
{
    /// <summary>Gets how often a call is sent again.</summary>
    /// <value>The default is 3; 0 switches retries off; at most 10.</value>
    public int MaxRetries { get; init; } = 3;

    /// <summary>Gets how long the first wait is, on average. Each further wait is about twice as long.</summary>
    /// <value>The default is 0.5 seconds.</value>
    public TimeSpan BaseDelay { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>Gets the longest wait between two attempts without a wait in a header.</summary>
    /// <value>The default is 20 seconds.</value>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Gets whether a POST that creates is also sent again when it may have arrived. Pinterest has no idempotency key,
    /// so this can create an object twice.
    /// </summary>
    /// <value>The default is false.</value>
    public bool ReplayCreations { get; init; }

    internal IEnumerable<string> Problems()
    {
        if (MaxRetries is < 0 or > 10)
        {
            yield return $"Retry.MaxRetries is {MaxRetries}; it must be 0 to 10.";
        }

        if (BaseDelay < TimeSpan.Zero || BaseDelay > TimeSpan.FromMinutes(1))
        {
            yield return $"Retry.BaseDelay is {BaseDelay}; it must be 0 to 1 minute.";
        }

        if (MaxDelay < BaseDelay || MaxDelay > TimeSpan.FromHours(1))
        {
            yield return $"Retry.MaxDelay is {MaxDelay}; it must be BaseDelay to 1 hour.";
        }
    }
}
