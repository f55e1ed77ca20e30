using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// The rules about changes that only the generated client sees: the wire is the same, but the description expresses it
/// differently. Client/ClientCauses finds them, because only a comparison of the generated clients shows them.
/// </summary>
internal static class ClientRules
{
    private const string OldName = "The wire is the same, but code that names the old type or member does not compile.";
    private const string Keep =
        "Keep the old name with x-csharp-name in openapi/overlay.json, or publish a new major version.";

    public static readonly DiffRule ClientTypeChanged = new("client-type-changed")
    {
        Area = "client",
        Message = "{0} is described differently: in the generated client {1} becomes {2}.",
        InRequest = Compatible,
        Why = OldName,
        Remedy = Keep,
        Example = "an inline enum becomes a component of its own",
    };

    public static readonly DiffRule ClientMembersChanged = new("client-members-changed")
    {
        Area = "client",
        Message = "{0} is described differently: the generated client now has {2} instead of {1}.",
        InRequest = Compatible,
        Why = OldName,
        Remedy = Keep,
        Example = "the variants of a union are listed under other names",
    };

    public static readonly DiffRule ClientTypeRemoved = new("client-type-removed")
    {
        Area = "client",
        Message = "{0} is no longer used, so the generated client no longer has {1}.",
        InRequest = Compatible,
        Why = OldName,
        Remedy = "Stop using the type, or publish a new major version.",
        Example = "errors refer to another component",
    };

    public static readonly DiffRule ClientTypeAdded = new("client-type-added")
    {
        Area = "client",
        Message = "{0} is now used, so the generated client now has {2}.",
        InRequest = Compatible,
        Why = "Existing code does not use the new type.",
        Remedy = RuleTexts.NoAction,
        Example = "errors refer to another component",
    };
}
