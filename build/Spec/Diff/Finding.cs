using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>One change of one place.</summary>
internal sealed record Finding
{
    /// <summary>Gets the rule that found it.</summary>
    public required DiffRule Rule { get; init; }

    /// <summary>Gets how much it means.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Gets the direction in which the changed values travel.</summary>
    public required Direction Direction { get; init; }

    /// <summary>Gets the pointer of the place: in the revision, or in the base when it was removed.</summary>
    public required string Pointer { get; init; }

    /// <summary>Gets how a person names the place, for example Pin.title.</summary>
    public required string Subject { get; init; }

    /// <summary>Gets the position in the base, or null.</summary>
    public Position? BasePosition { get; init; }

    /// <summary>Gets the position in the revision, or null.</summary>
    public Position? RevisionPosition { get; init; }

    /// <summary>Gets the operations that it reaches.</summary>
    public required ReachedOperations Reached { get; init; }

    /// <summary>Gets the names of those operations, as GET /boards.</summary>
    public IReadOnlyList<string> Operations => Reached.Names;

    /// <summary>Gets the groups (tags) of those operations.</summary>
    public IReadOnlyList<string> Groups => Reached.Groups;

    /// <summary>Gets the value in the base, or null.</summary>
    public string? BaseText { get; init; }

    /// <summary>Gets the value in the revision, or null.</summary>
    public string? RevisionText { get; init; }

    /// <summary>Gets what happened, in a sentence.</summary>
    public required string Message { get; init; }

    /// <summary>Gets a hash that stays the same while other places change.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Gets the public members of the generated client that change with it.</summary>
    public IReadOnlyList<string> ClientMembers { get; init; } = [];

    /// <summary>Gets the recorded interactions that it reaches; none when no pacts were given.</summary>
    public IReadOnlyList<ReachedInteraction> Interactions { get; init; } = [];

    /// <summary>Gets why it was accepted, or null.</summary>
    public string? Accepted { get; init; }

    /// <summary>Gets why the user ignores it, or null.</summary>
    public string? IgnoredBecause { get; init; }

    /// <summary>Gets the severity that the rule gives it, where the user decided on another one; null elsewhere.</summary>
    public Severity? SeverityOfRule { get; init; }

    /// <summary>Gets the places of the change: null where a side has none.</summary>
    public Sides<JToken?> Places { get; init; }

    /// <summary>Gets what holds the places, where it is known: a side that lacks the place may have this.</summary>
    public Sides<JToken?> Nearest { get; init; }
}
