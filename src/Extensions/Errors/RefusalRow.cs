using System.Net;

namespace Pinterest.OpenApi;

/// <summary>
/// One row of the table of refusals: which responses it is about, what they mean, and what the caller can do.
/// Example: status 400 with code 12 is a failure on Pinterest's side, and may pass.
/// </summary>
internal sealed record RefusalRow(PinterestErrorKind Kind)
{
    /// <summary>Gets the statuses of the row; empty for any.</summary>
    public IReadOnlyList<int> Statuses { get; init; } = [];

    /// <summary>Gets the smallest status of the row.</summary>
    public int MinStatus { get; init; }

    /// <summary>Gets Pinterest's codes of the row; empty for any, and for a response without a code.</summary>
    public IReadOnlyList<int> Codes { get; init; } = [];

    /// <summary>
    /// Gets phrases, one of which must be in the message; empty for any message. A star stands for any text between
    /// two parts: <c>site*not allow</c>.
    /// </summary>
    public IReadOnlyList<string> Phrases { get; init; } = [];

    /// <summary>Gets whether the row is about token endpoints only.</summary>
    public bool IsOfTokenEndpoint { get; init; }

    /// <summary>Gets whether the same call may succeed when it is sent again soon.</summary>
    public bool IsTransient { get; init; }

    /// <summary>Gets whether a write may have had its effect although it was refused.</summary>
    public bool IsUncertain { get; init; }

    /// <summary>
    /// Gets what the caller can do. <c>{operation}</c>, <c>{needs}</c>, <c>{category}</c>, <c>{until}</c>,
    /// <c>{then}</c> and <c>{again}</c> are filled in.
    /// </summary>
    public required string Advice { get; init; }

    /// <summary>Gets where the fact comes from.</summary>
    public required RefusalSource Source { get; init; }

    /// <summary>Decides whether a response belongs to this row.</summary>
    public bool Matches(ErrorResponse response) =>
        (!IsOfTokenEndpoint || response.IsOfTokenEndpoint)
        && IsStatus(response.Status)
        && (Codes.Count == 0 || (response.Code is { } code && Codes.Contains(code)))
        && (Phrases.Count == 0 || Phrases.Any(response.Says));

    private bool IsStatus(HttpStatusCode status) =>
        (int)status >= MinStatus && (Statuses.Count == 0 || Statuses.Contains((int)status));
}
