using System.Globalization;

namespace Pinterest.OpenApi;

/// <summary>What is known of one unsuccessful call: what it means, and what the caller can do.</summary>
internal sealed record Refusal(PinterestErrorKind Kind)
{
    // Most windows are a minute long.
    private const string NoMoment = "after a minute; the response does not state the time";
    private const string LookFirst = "It may have happened. Check whether it happened before you send it again.";

    /// <summary>Gets what the caller can do, as sentences; empty when nothing is known.</summary>
    public string Advice { get; init; } = "";

    /// <summary>Gets whether the same call may succeed when it is sent again soon.</summary>
    public bool IsTransient { get; init; }

    /// <summary>Gets whether the call may have had its effect.</summary>
    public bool MayHaveHappened { get; init; }

    /// <summary>Gets how long Pinterest asks the caller to wait, or null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets the moment that <see cref="RetryAfter"/> leads to.</summary>
    public DateTimeOffset? ResetsAt { get; init; }

    /// <summary>Applies a row of the table to a response.</summary>
    public static Refusal Of(RefusalRow row, ErrorResponse response, DateTimeOffset now)
    {
        var wait = WaitOf(row, response, now);
        var resetsAt = now + wait;
        return new Refusal(row.Kind)
        {
            Advice = Fill(row, response, resetsAt),
            IsTransient = row.IsTransient,
            MayHaveHappened = row.IsUncertain && response.IsWrite,
            RetryAfter = wait,
            ResetsAt = resetsAt,
        };
    }

    /// <summary>Says until when an allowance is spent, or nothing when that is not known.</summary>
    public static string Until(DateTimeOffset? time) =>
        time is { } known ? string.Create(CultureInfo.InvariantCulture, $" until {known:u}") : "";

    /// <summary>Names the rate category of a call.</summary>
    public static string Category(ErrorResponse response) =>
        response.Operation.RateCategory is { } category ? $"the category {category}" : "the rate limit of this call";

    private static TimeSpan? WaitOf(RefusalRow row, ErrorResponse response, DateTimeOffset now)
    {
        if (RateLimitState.RetryAfter(response.Headers, now) is { } asked)
        {
            return asked;
        }

        // The reset header tells of a rate limit, and not of other failures.
        if (row.Kind is PinterestErrorKind.RateLimited && RateLimitState.ResetOf(response.Headers) is { } reset)
        {
            return reset;
        }

        return row.IsTransient ? RetryText.Find(response.Message) : null;
    }

    private static string Fill(RefusalRow row, ErrorResponse response, DateTimeOffset? resetsAt) =>
        row
            .Advice.Replace("{operation}", response.Operation.Id, StringComparison.Ordinal)
            .Replace("{needs}", response.Needs, StringComparison.Ordinal)
            .Replace("{category}", Category(response), StringComparison.Ordinal)
            .Replace("{until}", Until(resetsAt), StringComparison.Ordinal)
            .Replace("{then}", resetsAt is null ? NoMoment : "then", StringComparison.Ordinal)
            .Replace("{again}", response.IsWrite ? LookFirst : "Call again later.", StringComparison.Ordinal);
}
