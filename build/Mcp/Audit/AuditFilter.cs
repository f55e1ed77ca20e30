namespace Pinterest.OpenApi.Mcp.Audit;

/// <summary>Which entries are read. What is null does not filter.</summary>
public sealed record AuditFilter
{
    /// <summary>The most entries that one query gives: 1,000.</summary>
    public const int MaxLimit = 1000;

    /// <summary>Gets the name of the agent.</summary>
    public string? Agent { get; init; }

    /// <summary>Gets the area, for example pins.</summary>
    public string? Area { get; init; }

    /// <summary>Gets the decision: allowed, ask or denied.</summary>
    public string? Decision { get; init; }

    /// <summary>
    /// Gets the outcome. <see cref="AuditOutcome.Unknown"/> also finds intents that have none: the server was killed, or
    /// the call is being made right now.
    /// </summary>
    public AuditOutcome? Outcome { get; init; }

    /// <summary>Gets the first time.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Gets the time before which the last entry stands.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Gets a part of the sentence. Capital and small letters of A to Z count as equal.</summary>
    public string? Text { get; init; }

    /// <summary>Gets how many entries are given at most.</summary>
    /// <value>From 1 to 1,000. The default is 100.</value>
    public int Limit { get; init; } = 100;

    /// <summary>Gets the number before which the entries stand, to page to older ones.</summary>
    public long? Before { get; init; }

    /// <summary>Gets the number after which the entries stand, to page to newer ones.</summary>
    public long? After { get; init; }

    /// <summary>Gets whether the oldest come first; otherwise the newest do.</summary>
    public bool OldestFirst { get; init; }

    /// <summary>
    /// Gets whether every entry is given, as an export that can be verified needs. Otherwise each call has one entry: its
    /// outcome, or its intent where no outcome is known.
    /// </summary>
    public bool EveryEntry { get; init; }
}
