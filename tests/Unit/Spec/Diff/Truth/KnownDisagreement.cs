namespace Pinterest.OpenApi.Unit.Spec.Diff.Truth;

/// <summary>A pair on which the tool is known to disagree.</summary>
/// <param name="Name">The pair.</param>
/// <param name="Ours">What the tool says.</param>
/// <param name="Kind">ruled where the tool says so on purpose; open where the tool should say something else.</param>
/// <param name="Reason">Why it says so.</param>
internal sealed record KnownDisagreement(string Name, string Ours, string Kind, string Reason)
{
    /// <summary>The kind of a disagreement on purpose.</summary>
    public const string Ruled = "ruled";

    /// <summary>The kind of a disagreement that ends when the tool is mended.</summary>
    public const string Open = "open";

    /// <summary>Gets whether the tool says so on purpose.</summary>
    public bool IsRuled => Kind == Ruled;
}
