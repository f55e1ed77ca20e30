using System.Runtime.CompilerServices;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>
/// What makes two changes one finding. Two tokens of the same value are equal for Newtonsoft; here they are two places.
/// </summary>
internal readonly struct FindingKey(DiffRule rule, JToken place) : IEquatable<FindingKey>
{
    public DiffRule Rule { get; } = rule;

    public JToken Place { get; } = place;

    /// <summary>
    /// Gets the name of what stands behind the place, when the place is a switched reference; otherwise null.
    /// </summary>
    public string? NameBehindReference { get; init; }

    public string? BaseText { get; init; }

    public string? RevisionText { get; init; }

    private (string?, string?, string?) Texts => (NameBehindReference, BaseText, RevisionText);

    public bool Equals(FindingKey other) =>
        ReferenceEquals(Rule, other.Rule) && ReferenceEquals(Place, other.Place) && Texts == other.Texts;

    public override bool Equals(object? obj) => obj is FindingKey other && Equals(other);

    public override int GetHashCode() =>
        HashCode.Combine(RuntimeHelpers.GetHashCode(Rule), RuntimeHelpers.GetHashCode(Place), Texts);
}
