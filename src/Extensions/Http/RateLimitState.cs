using System.Globalization;

namespace Pinterest.OpenApi;

/// <summary>
/// The rate limit in a response, from the headers <c>x-ratelimit-limit</c>, <c>-remaining</c> and <c>-reset</c>. A
/// value that cannot be read is null.
/// </summary>
/// <param name="Limit">The number of calls that the current window allows.</param>
/// <param name="Remaining">The number of calls that are left in that window.</param>
/// <param name="Reset">The time until the window starts again. With trial access this may be hours.</param>
/// <param name="Windows">All windows that the header lists.</param>
public sealed record RateLimitState(int? Limit, int? Remaining, TimeSpan? Reset, IReadOnlyList<RateLimitWindow> Windows)
{
    private const double LongestReset = 7 * 24 * 3600;

    /// <summary>Reads the headers of a response.</summary>
    /// <param name="headers">The headers.</param>
    /// <returns>The state, or null when the response has no limit.</returns>
    public static RateLimitState? Parse(PinterestResponseHeaders headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var limit = headers.GetValueOrDefault("x-ratelimit-limit");
        var remaining = headers.GetValueOrDefault("x-ratelimit-remaining");
        var reset = headers.GetValueOrDefault("x-ratelimit-reset");
        if (limit is null && remaining is null && reset is null)
        {
            return null;
        }

        var parts = SplitOutsideQuotes(limit ?? "");
        return new RateLimitState(
            Count(parts.FirstOrDefault()),
            Count(remaining),
            Seconds(reset),
            [.. parts.Skip(1).Select(Window).OfType<RateLimitWindow>()]
        );
    }

    /// <summary>
    /// Gets how long no call is left. "0 remaining" with a long reset may be an error of the header. Only a 429 proves
    /// it.
    /// </summary>
    /// <param name="maxWait">The longest reset that is believed without a 429.</param>
    /// <param name="wasRefused">Whether Pinterest refused the call for its rate limit (429).</param>
    /// <returns>The time without a call of the category, or null when calls are left or nothing is known.</returns>
    public TimeSpan? SpentFor(TimeSpan maxWait, bool wasRefused) =>
        wasRefused || (Remaining == 0 && Reset <= maxWait) ? Reset : null;

    /// <summary>Reads how long the header <c>Retry-After</c> asks to wait; null when it says nothing readable.</summary>
    internal static TimeSpan? RetryAfter(PinterestResponseHeaders headers, DateTimeOffset now)
    {
        if (!headers.TryGetValue("Retry-After", out var after))
        {
            return null;
        }

        if (Seconds(after) is { } seconds)
        {
            return seconds;
        }

        var isDate = DateTimeOffset.TryParseExact(
            after,
            "r",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        );
        if (!isDate)
        {
            return null;
        }

        return date > now ? date - now : TimeSpan.Zero;
    }

    /// <summary>Reads how long until the allowance begins anew; null when the response does not say.</summary>
    internal static TimeSpan? ResetOf(PinterestResponseHeaders headers) =>
        Seconds(headers.GetValueOrDefault("x-ratelimit-reset"));

    // 1000;w=60;name="org_read_app_id_user_id"
    private static RateLimitWindow? Window(string part)
    {
        var fields = part.Split(';', StringSplitOptions.TrimEntries);
        var seconds = Seconds(
            fields.Skip(1).FirstOrDefault(field => field.StartsWith("w=", StringComparison.Ordinal))?[2..]
        );
        var name = fields.FirstOrDefault(field => field.StartsWith("name=", StringComparison.Ordinal))?[5..].Trim('"');
        return Count(fields[0]) is { } quota && seconds is { } length && length > TimeSpan.Zero
            ? new RateLimitWindow(quota, length, name)
            : null;
    }

    private static List<string> SplitOutsideQuotes(string text)
    {
        var parts = new List<string>();
        var start = 0;
        var isQuoted = false;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] == '"')
            {
                isQuoted = !isQuoted;
            }

            if (i < text.Length && (text[i] != ',' || isQuoted))
            {
                continue;
            }

            if (text[start..i].Trim() is { Length: > 0 } part)
            {
                parts.Add(part);
            }

            start = i + 1;
        }

        return parts;
    }

    // A header may lie; a number that cannot be true counts as none.
    private static int? Count(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    private static TimeSpan? Seconds(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
        && seconds is >= 0 and <= LongestReset
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
