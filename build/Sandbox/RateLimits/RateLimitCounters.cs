using System.Globalization;
using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.RateLimits;

/// <summary>Counts requests in fixed windows as Pinterest does, and writes its headers.</summary>
internal sealed class RateLimitCounters(SandboxAccessTier access, TimeProvider clock)
{
    private const int SecondsOfDay = 86_400;

    // Trial access counts a day, standard access a minute. A category that is not here has no limit of its own.
    private static readonly Dictionary<string, (int Trial, int Standard)> Categories = new(StringComparer.Ordinal)
    {
        ["org_read"] = (1000, 1000),
        ["org_write"] = (300, 100),
        ["org_analytics"] = (1000, 60),
        ["ads_read"] = (1000, 1000),
        ["ads_write"] = (300, 400),
        ["ads_analytics"] = (1000, 300),
        ["ads_conversions"] = (0, 5000),
        ["catalogs_read"] = (1000, 100),
        ["catalogs_write"] = (1000, 100),
    };

    private readonly Lock _gate = new();
    private readonly Dictionary<string, RateLimitWindow> _windows = new(StringComparer.Ordinal);

    /// <summary>
    /// Counts a request, and writes the limits and what is left of them into the headers of its reply.
    /// </summary>
    /// <exception cref="SandboxError">429, code 8: a window is spent.</exception>
    public void Count(Caller caller, string? category, IHeaderDictionary headers)
    {
        if (access is SandboxAccessTier.Unlimited)
        {
            return;
        }

        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var windows = Windows(caller, category, now);

            // The window with the least left decides; of two with as much left the longer one.
            var binding = windows.MinBy(window => (window.Left, -window.Seconds))!;
            var isSpent = binding.Left <= 0;
            if (!isSpent)
            {
                windows.ForEach(window => window.Used++);
            }

            Tell(headers, windows, binding, now);
            if (isSpent)
            {
                throw SandboxError.RateLimited();
            }
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _windows.Clear();
        }
    }

    private List<RateLimitWindow> Windows(Caller caller, string? category, DateTimeOffset now)
    {
        var isTrial = access is SandboxAccessTier.Trial;
        var windows = new List<RateLimitWindow>
        {
            isTrial
                ? Get("trial_app_id", "", 1000, SecondsOfDay, now)
                : Get("safety_net_app_id_user_id", caller.UserId, 100, 1, now),
        };
        var (trial, standard) = Categories.GetValueOrDefault(category ?? "");
        var quota = isTrial ? trial : standard;
        if (quota > 0)
        {
            windows.Add(
                isTrial
                    ? Get($"{category}_app_id", "", quota, SecondsOfDay, now)
                    : Get($"{category}_app_id_user_id", caller.UserId, quota, 60, now)
            );
        }

        return windows;
    }

    private RateLimitWindow Get(string name, string userId, int quota, int seconds, DateTimeOffset now)
    {
        var key = $"{name} {userId}";
        if (!_windows.TryGetValue(key, out var window))
        {
            _windows[key] = window = new RateLimitWindow(name, quota, seconds) { Started = now };
        }

        if (now >= window.Started.AddSeconds(seconds))
        {
            window.Started = now;
            window.Used = 0;
        }

        return window;
    }

    private static void Tell(
        IHeaderDictionary headers,
        List<RateLimitWindow> windows,
        RateLimitWindow binding,
        DateTimeOffset now
    )
    {
        var limits = windows
            .Select(window => window.ToString())
            .Prepend(binding.Quota.ToString(CultureInfo.InvariantCulture));
        var wait = (binding.Started.AddSeconds(binding.Seconds) - now).TotalSeconds;
        headers["x-ratelimit-limit"] = string.Join(", ", limits);
        headers["x-ratelimit-remaining"] = Math.Max(0, binding.Left).ToString(CultureInfo.InvariantCulture);
        headers["x-ratelimit-reset"] = Math.Max(1, (int)Math.Ceiling(wait)).ToString(CultureInfo.InvariantCulture);
    }
}
