using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Compare;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>How much a change means, worst last.</summary>
internal enum Severity
{
    /// <summary>Only words changed.</summary>
    Documentation,

    /// <summary>Whoever works with the base works with the revision.</summary>
    Compatible,

    /// <summary>Some callers break, or it cannot be told.</summary>
    PotentiallyBreaking,

    /// <summary>Callers that use the place break.</summary>
    Breaking,
}

/// <summary>Which way what changed travels.</summary>
[Flags]
internal enum Direction
{
    /// <summary>Neither: an operation, a server.</summary>
    None = 0,

    /// <summary>From the caller.</summary>
    Request = 1,

    /// <summary>To the caller.</summary>
    Response = 2,

    /// <summary>Both ways.</summary>
    Both = Request | Response,
}

/// <summary>A line and a column, from 1.</summary>
internal readonly record struct Position(int Line, int Column)
{
    /// <summary>Gives where a token stands.</summary>
    public static Position? Of(JToken? token)
    {
        // A property's name is where a person looks for it.
        IJsonLineInfo? place = token is JObject or JArray && token.Parent is JProperty property ? property : token;
        return place?.HasLineInfo() == true ? new Position(place.LineNumber, place.LinePosition) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Line},{Column}";
}

/// <summary>One change of one place.</summary>
internal sealed record Finding
{
    /// <summary>Gets the rule that found it.</summary>
    public required DiffRule Rule { get; init; }

    /// <summary>Gets how much it means.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Gets which way what changed travels.</summary>
    public required Direction Direction { get; init; }

    /// <summary>Gets the pointer of the place: in the revision, or in the base when it was removed.</summary>
    public required string Pointer { get; init; }

    /// <summary>Gets how a person names the place, for example Pin.title.</summary>
    public required string Subject { get; init; }

    /// <summary>Gets where it stands in the base, or null.</summary>
    public Position? BasePosition { get; init; }

    /// <summary>Gets where it stands in the revision, or null.</summary>
    public Position? RevisionPosition { get; init; }

    /// <summary>Gets the operations that it reaches, as GET /boards.</summary>
    public required IReadOnlyList<string> Operations { get; init; }

    /// <summary>Gets the operationIds of those operations.</summary>
    public IReadOnlyList<string> OperationIds { get; init; } = [];

    /// <summary>Gets the groups (tags) of those operations.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Gets what stood there, or null.</summary>
    public string? Old { get; init; }

    /// <summary>Gets what stands there now, or null.</summary>
    public string? New { get; init; }

    /// <summary>Gets what happened, in a sentence.</summary>
    public required string Message { get; init; }

    /// <summary>Gets a hash that stays the same while other places change.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Gets the public members of the generated client that change with it.</summary>
    public IReadOnlyList<string> ClientMembers { get; init; } = [];

    /// <summary>Gets the recorded interactions that it reaches; none when no contracts were given.</summary>
    public IReadOnlyList<ReachedInteraction> Interactions { get; init; } = [];

    /// <summary>Gets why it was accepted, or null.</summary>
    public string? Accepted { get; init; }
}

/// <summary>A change as a rule finds it, before it is known which operations it reaches.</summary>
/// <param name="Before">Where it stands in the base; null when it was added.</param>
/// <param name="After">Where it stands in the revision; null when it was removed.</param>
/// <param name="Old">What stood there, for people.</param>
/// <param name="New">What stands there, for people.</param>
internal readonly record struct Change(JToken? Before, JToken? After, string? Old = null, string? New = null)
{
    /// <summary>Gets what stands nearest in the base, when the place itself does not.</summary>
    public JToken? NearBefore { get; init; }

    /// <summary>Gets what stands nearest in the revision, when the place itself does not.</summary>
    public JToken? NearAfter { get; init; }

    /// <summary>Gets what the message speaks of, when that is not the place itself.</summary>
    public JToken? About { get; init; }

    /// <summary>Gets the references that led here, when they lead to different places.</summary>
    public SwitchedReference? SwitchedReference { get; init; }
}

/// <summary>The words for severities and directions, as all reports and the command line use them.</summary>
internal static class DiffWords
{
    /// <summary>Gives the word of a severity.</summary>
    public static string Word(this Severity severity) =>
        severity switch
        {
            Severity.Breaking => "breaking",
            Severity.PotentiallyBreaking => "potentially-breaking",
            Severity.Compatible => "compatible",
            _ => "documentation",
        };

    /// <summary>Gives the word of a direction.</summary>
    public static string Word(this Direction direction) =>
        direction switch
        {
            Direction.Request => "request",
            Direction.Response => "response",
            Direction.Both => "both",
            _ => "none",
        };
}
