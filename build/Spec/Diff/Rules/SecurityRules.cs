using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// The rules about authentication: what an operation demands, and the schemes, flows and scopes that exist.
/// </summary>
internal static class SecurityRules
{
    public static readonly DiffRule SecurityTightened = new("security-tightened")
    {
        Area = "security",
        Message = "{0} can no longer be called with {1}, but with {2}.",
        InRequest = Breaking,
        Why = "A token that was enough is refused.",
        Remedy = "Ask users for the new scopes, or use another way to authenticate.",
        Example = "a scope comes",
    };

    public static readonly DiffRule SecurityRelaxed = new("security-relaxed")
    {
        Area = "security",
        Message = "{0} can be called with {2} now, not only with {1}.",
        InRequest = Compatible,
        Why = RuleTexts.Harmless,
        Remedy = "Nothing.",
        Example = "a scope goes",
    };

    public static readonly DiffRule SchemeRemoved = new("security-scheme-removed")
    {
        Area = "security",
        Message = "The security scheme {0} was removed.",
        InRequest = PotentiallyBreaking,
        Why = "Who authenticates by it must do so in another way.",
        Remedy = "Use another scheme.",
        Example = "a scheme goes",
    };

    public static readonly DiffRule SchemeAdded = new("security-scheme-added")
    {
        Area = "security",
        Message = "The security scheme {0} was added.",
        InRequest = Compatible,
        Why = RuleTexts.Harmless,
        Remedy = "Nothing.",
        Example = "a scheme comes",
    };

    public static readonly DiffRule SchemeChanged = new("security-scheme-changed")
    {
        Area = "security",
        Message = "The security scheme {0} changed: {1} became {2}.",
        InRequest = PotentiallyBreaking,
        Why = "Tokens may have to be got or sent in another way.",
        Remedy = "Check how you sign in.",
        Example = "tokenUrl changes",
    };

    public static readonly DiffRule SchemeRenamed = new("security-scheme-renamed")
    {
        Area = "security",
        Message = "The security scheme {1} is called {2} now.",
        InRequest = Compatible,
        Why = "Callers do not see its name.",
        Remedy = "Nothing.",
        Example = "a scheme gets another name",
    };

    public static readonly DiffRule FlowRemoved = new("oauth-flow-removed")
    {
        Area = "security",
        Message = "The flow {1} of {0} was removed.",
        InRequest = PotentiallyBreaking,
        Why = "Who signs in by it must do so in another way.",
        Remedy = "Use another flow.",
        Example = "flows.clientCredentials goes",
    };

    public static readonly DiffRule FlowAdded = new("oauth-flow-added")
    {
        Area = "security",
        Message = "The flow {2} of {0} was added.",
        InRequest = Compatible,
        Why = RuleTexts.Harmless,
        Remedy = "Nothing.",
        Example = "flows.clientCredentials comes",
    };

    public static readonly DiffRule ScopeRemoved = new("scope-removed")
    {
        Area = "security",
        Message = "The scope {1} of {0} was removed.",
        InRequest = PotentiallyBreaking,
        Why = "It can no longer be asked for.",
        Remedy = "Ask for another scope.",
        Example = "a scope goes from a flow",
    };

    public static readonly DiffRule ScopeAdded = new("scope-added")
    {
        Area = "security",
        Message = "The scope {2} of {0} was added.",
        InRequest = Compatible,
        Why = RuleTexts.Harmless,
        Remedy = "Nothing.",
        Example = "a scope comes to a flow",
    };
}
