using System.Globalization;
using System.Text.RegularExpressions;

namespace Pinterest.OpenApi;

/// <summary>
/// Reads how long a message asks the caller to wait. Example: "Quota exceeded. Retry after 5 minutes." gives 5
/// minutes.
/// </summary>
internal static partial class RetryText
{
    // A message may be as long as a body. What it asks for stands near its beginning.
    private const int MostCharacters = 2000;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>Finds the wait.</summary>
    /// <returns>The wait, at most a week; null when the message names none.</returns>
    public static TimeSpan? Find(string? message)
    {
        var match = Wait().Match(message is { Length: > MostCharacters } ? message[..MostCharacters] : message ?? "");
        if (!match.Success)
        {
            return null;
        }

        var count = int.Parse(match.Groups["count"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var wait = char.ToLowerInvariant(match.Groups["unit"].Value[0]) switch
        {
            's' => TimeSpan.FromSeconds(count),
            'm' => TimeSpan.FromMinutes(count),
            _ => TimeSpan.FromHours(count),
        };
        return wait <= Longest ? wait : null;
    }

    [GeneratedRegex(
        @"\b(?:retry|try again|again)\s+(?:after|in)\s+(?<count>[0-9]{1,7})\s?(?<unit>s|sec|secs|seconds?|m|min|mins|minutes?|h|hours?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Wait();
}
