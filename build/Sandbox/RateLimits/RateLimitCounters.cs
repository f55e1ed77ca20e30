using System.Globalization;
using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Sandbox.OAuth;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.RateLimits;

/// <summary>Counts requests in fixed windows as Pinterest does, and writes its headers.</summary>
internal sealed class RateLimitCounters(SandboxAccess access, TimeProvider clock)
{
    private const int SecondsOfDay = 86_400;

    // Per day under trial access, per minute under standard access; what is not known has no limit of its own.
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
    private readonly Dictionary<string, Window> _windows = new(StringComparer.Ordinal);

    private sealed class Window(string name, int quota, int seconds)
    {
        public string Name { get; } = name;

        public int Quota { get; } = quota;

        public int Seconds { get; } = seconds;

        public DateTimeOffset Started { get; set; }

        public int Used { get; set; }

        public int Left => Quota - Used;

        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{Quota};w={Seconds};name=\"{Name}\"");
    }

    /// <summary>Counts a request, and writes what is left into the headers of its reply.</summary>
    /// <exception cref="SandboxError">429, code 8: a window is spent.</exception>
    public void Count(Caller caller, string? category, IHeaderDictionary headers)
    {
        if (access is SandboxAccess.Unlimited)
        {
            return;
        }

        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var windows = Windows(caller, category, now);
            var binding = windows.MinBy(window => (window.Left, -window.Seconds))!;
            var isSpent = binding.Left <= 0;
            if (!isSpent)
            {
                foreach (var window in windows)
                {
                    window.Used++;
                }
            }

            headers["x-ratelimit-limit"] = string.Join(
                ", ",
                windows
                    .Select(window => window.ToString())
                    .Prepend(binding.Quota.ToString(CultureInfo.InvariantCulture))
            );
            headers["x-ratelimit-remaining"] = Math.Max(0, binding.Left).ToString(CultureInfo.InvariantCulture);
            headers["x-ratelimit-reset"] = Math.Max(
                    1,
                    (int)Math.Ceiling((binding.Started.AddSeconds(binding.Seconds) - now).TotalSeconds)
                )
                .ToString(CultureInfo.InvariantCulture);
            if (isSpent)
            {
                throw new SandboxError(
                    StatusCodes.Status429TooManyRequests,
                    8,
                    "You have exceeded your rate limit. Try again later."
                );
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

    private List<Window> Windows(Caller caller, string? category, DateTimeOffset now)
    {
        var isTrial = access is SandboxAccess.Trial;
        var windows = new List<Window>
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

    private Window Get(string name, string userId, int quota, int seconds, DateTimeOffset now)
    {
        var key = $"{name} {userId}";
        if (!_windows.TryGetValue(key, out var window))
        {
            _windows[key] = window = new Window(name, quota, seconds) { Started = now };
        }

        if (now >= window.Started.AddSeconds(seconds))
        {
            (window.Started, window.Used) = (now, 0);
        }

        return window;
    }
}
