namespace Pinterest.OpenApi.Mcp.Audit;

/// <summary>
/// One line of the log. It has no token and no picture; texts of a call are in it as a hash, unless the log keeps
/// texts.
/// </summary>
public sealed record AuditEntry
{
    /// <summary>Gets the number in the log, from 1 without gaps; 0 before it is written.</summary>
    public long Number { get; init; }

    /// <summary>Gets what joins the two entries of one call.</summary>
    public required string CallId { get; init; }

    /// <summary>Gets what the entry is about.</summary>
    public required AuditStage Stage { get; init; }

    /// <summary>Gets when it was written; the log never goes back in time, even when the clock does.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Gets the agent, or null for a change that a person made.</summary>
    public string? Agent { get; init; }

    /// <summary>Gets the connection of the agent.</summary>
    public string? Session { get; init; }

    /// <summary>Gets the account that the call was made for.</summary>
    public string? Account { get; init; }

    /// <summary>Gets the tool, or the command of a change.</summary>
    public required string Tool { get; init; }

    /// <summary>Gets the operation that the call is about.</summary>
    public string? Operation { get; init; }

    /// <summary>Gets the area, in lower case, for example pins.</summary>
    public string? Area { get; init; }

    /// <summary>Gets the verdict: allowed, ask or denied; null for an intent and for a change.</summary>
    public string? Decision { get; init; }

    /// <summary>Gets the rule that decided.</summary>
    public string? Rule { get; init; }

    /// <summary>Gets the approval that the call used or waits for.</summary>
    public string? ApprovalId { get; init; }

    /// <summary>Gets who approved.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>Gets when it was approved.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>Gets the hash of tool and arguments.</summary>
    public string? ArgumentsHash { get; init; }

    /// <summary>Gets the boards that were touched.</summary>
    public IReadOnlyList<string> Boards { get; init; } = [];

    /// <summary>Gets the Pins that were touched or made.</summary>
    public IReadOnlyList<string> Pins { get; init; } = [];

    /// <summary>Gets whether the call creates something, which counts for the limit of a day.</summary>
    public bool IsCreation { get; init; }

    /// <summary>Gets what became of the call; null but for an outcome.</summary>
    public AuditOutcome? Outcome { get; init; }

    /// <summary>Gets the kind of the error, for example NotFound.</summary>
    public string? ErrorKind { get; init; }

    /// <summary>Gets Pinterest's id of the request.</summary>
    public string? RequestId { get; init; }

    /// <summary>Gets how long the call took in all, in milliseconds.</summary>
    public double? Milliseconds { get; init; }

    /// <summary>Gets how many calls of the rate category are left.</summary>
    public long? Remaining { get; init; }

    /// <summary>
    /// Gets the sentence, for example: blog-helper put a Pin on the board "Kitchens", linking to shop.example.com. The
    /// account's owner approved it at 21:03.
    /// </summary>
    public required string Sentence { get; init; }

    /// <summary>Gets the texts of the call when the log keeps texts; otherwise null.</summary>
    public string? Texts { get; init; }

    /// <summary>Gets the hash of the entry before it: 64 hexadecimal digits; null before it is written.</summary>
    public string? Previous { get; init; }

    /// <summary>
    /// Gets the hash of the entry: SHA-256 of <see cref="Previous"/>, a line feed, and the entry as one line of JSON
    /// without both hashes; null before it is written.
    /// </summary>
    public string? Hash { get; init; }
}
