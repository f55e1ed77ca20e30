using System.Globalization;

namespace Pinterest.OpenApi.Sandbox.RateLimits;

/// <summary>A fixed window: so many requests in so many seconds from its start.</summary>
internal sealed class RateLimitWindow(string name, int quota, int seconds)
{
    public string Name { get; } = name;

    public int Quota { get; } = quota;

    public int Seconds { get; } = seconds;

    public DateTimeOffset Started { get; set; }

    public int Used { get; set; }

    public int Left => Quota - Used;

    /// <summary>
    /// Gives the window as in the header x-ratelimit-limit. Example:
    /// <c>100;w=60;name="org_write_app_id_user_id"</c>.
    /// </summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Quota};w={Seconds};name=\"{Name}\"");
}
