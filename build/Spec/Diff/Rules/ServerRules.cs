using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rules about servers.</summary>
internal static class ServerRules
{
    public static readonly DiffRule ServerRemoved = new("server-removed")
    {
        Area = "server",
        Message = "The server {1} is no longer named.",
        InRequest = PotentiallyBreaking,
        Why = "Calls to it may fail.",
        Remedy = "Call another server.",
        Example = "a server goes",
    };

    public static readonly DiffRule ServerAdded = new("server-added")
    {
        Area = "server",
        Message = "The server {2} was added.",
        InRequest = Compatible,
        Why = RuleTexts.Harmless,
        Remedy = "Nothing.",
        Example = "a server comes",
    };

    public static readonly DiffRule ServerVariablesChanged = new("server-variables-changed")
    {
        Area = "server",
        Message = "The variables of a server changed from {1} to {2}.",
        InRequest = PotentiallyBreaking,
        Why = "The address that callers make of it may be another.",
        Remedy = "Check the address that you call.",
        Example = "variables.region.default changes",
    };
}
