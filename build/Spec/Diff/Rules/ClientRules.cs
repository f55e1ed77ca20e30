using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rules over what only the generated client sees: the wire is the same, but it is written in another way.</summary>
internal static class ClientRules
{
    private const string Area = "client";
    private const string OldName = "The wire is the same, but code that names the old type or member does not compile.";
    private const string Keep =
        "Keep the old name with x-csharp-name in openapi/overlay.json, or publish a new major version.";

    public static readonly DiffRule TypeChanged = new(
        "client-type-changed",
        Area,
        "{0} is written in another way: in the generated client {1} becomes {2}.",
        Compatible,
        null,
        OldName,
        Keep,
        "an inline enum becomes a component of its own"
    );
    public static readonly DiffRule MembersChanged = new(
        "client-members-changed",
        Area,
        "{0} is written in another way: the generated client has {2} instead of {1}.",
        Compatible,
        null,
        OldName,
        Keep,
        "the forms of a union are listed under other names"
    );
    public static readonly DiffRule TypeRemoved = new(
        "client-type-removed",
        Area,
        "{0} is no longer used: {1} goes from the generated client.",
        Compatible,
        null,
        OldName,
        "Do without the type, or publish a new major version.",
        "errors refer to another component"
    );
    public static readonly DiffRule TypeAdded = new(
        "client-type-added",
        Area,
        "{0} is used now: {2} comes to the generated client.",
        Compatible,
        null,
        "Nobody used it before.",
        "Nothing.",
        "errors refer to another component"
    );

    public static readonly IReadOnlyList<DiffRule> All = [TypeChanged, MembersChanged, TypeRemoved, TypeAdded];
}
