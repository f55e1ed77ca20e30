namespace Pinterest.OpenApi.Benchmarks.Tokens;

/// <summary>What happened to the accounts of a run.</summary>
internal sealed record TokenOutcome
{
    public required int Refreshes { get; init; }

    public required long Calls { get; init; }

    public required int Kills { get; init; }

    /// <summary>Gets how many kills came just after the server had answered a refresh.</summary>
    public required int Aimed { get; init; }

    public required int TwiceAfterKill { get; init; }

    public required int TwiceWithoutKill { get; init; }

    /// <summary>Gets how often a user would have had to sign in again.</summary>
    public required int Lost { get; init; }

    /// <summary>
    /// Gets the milliseconds, in order, from the response with a token until that token was stored, for refreshes that
    /// began before their process had stored one.
    /// </summary>
    public required IReadOnlyList<double> FirstWindows { get; init; }

    /// <summary>Gets the same for all later refreshes of a process.</summary>
    public required IReadOnlyList<double> LaterWindows { get; init; }

    /// <summary>Gets the calls that failed for another reason, by the type of the exception.</summary>
    public required IReadOnlyDictionary<string, int> Failures { get; init; }
}
