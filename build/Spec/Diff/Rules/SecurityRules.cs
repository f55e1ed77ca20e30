using Pinterest.OpenApi.Spec.Diff.Parts;
using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// The rules about authentication: what an operation demands, and the schemes, flows and scopes that exist.
/// </summary>
internal static class SecurityRules
{
    public static readonly PairRule<DiffSecurity> SecurityTightened = new("security-tightened")
    {
        Area = "security",
        Message = "{0} can no longer be called with {1}, but with {2}.",
        InRequest = Breaking,
        Why = "A token that was enough is refused.",
        Remedy = "Ask users for the new scopes, or use another way to authenticate.",
        Example = "a scope comes",
        Find = FindTightened,
    };

    public static readonly PairRule<DiffSecurity> SecurityRelaxed = new("security-relaxed")
    {
        Area = "security",
        Message = "{0} can be called with {2} now, not only with {1}.",
        InRequest = Compatible,
        Why = RuleTexts.Harmless,
        Remedy = "Nothing.",
        Example = "a scope goes",
        Find = FindRelaxed,
    };

    public static readonly PairRule<DiffSecurityScheme> SchemeRemoved = new("security-scheme-removed")
    {
        Area = "security",
        Message = "The security scheme {0} was removed.",
        InRequest = PotentiallyBreaking,
        Why = "Who authenticates by it must do so in another way.",
        Remedy = "Use another scheme.",
        Example = "a scheme goes",
        Find = schemes => PairChanges.OfRemoved(schemes, removed => Change.Removed(removed.Node, removed.Name)),
    };

    public static readonly PairRule<DiffSecurityScheme> SchemeAdded = new("security-scheme-added")
    {
        Area = "security",
        Message = "The security scheme {0} was added.",
        InRequest = Compatible,
        Why = RuleTexts.Harmless,
        Remedy = "Nothing.",
        Example = "a scheme comes",
        Find = schemes => PairChanges.OfAdded(schemes, added => Change.Added(added.Node, added.Name)),
    };

    public static readonly PairRule<DiffSecurityScheme> SchemeChanged = new("security-scheme-changed")
    {
        Area = "security",
        Message = "The security scheme {0} changed: {1} became {2}.",
        InRequest = PotentiallyBreaking,
        Why = "Tokens may have to be got or sent in another way.",
        Remedy = "Check how you sign in.",
        Example = "tokenUrl changes",
        Find = schemes => PairChanges.OfBoth(schemes, SchemeFacts.FindChanged),
    };

    public static readonly PairRule<DiffSecurityScheme> SchemeRenamed = new("security-scheme-renamed")
    {
        Area = "security",
        Message = "The security scheme {1} is called {2} now.",
        InRequest = Compatible,
        Why = "Callers do not see its name.",
        Remedy = "Nothing.",
        Example = "a scheme gets another name",
        Find = schemes => PairChanges.OfBoth(schemes, FindRenamed),
    };

    public static readonly PairRule<DiffFlow> FlowRemoved = new("oauth-flow-removed")
    {
        Area = "security",
        Message = "The flow {1} of {0} was removed.",
        InRequest = PotentiallyBreaking,
        Why = "Who signs in by it must do so in another way.",
        Remedy = "Use another flow.",
        Example = "flows.clientCredentials goes",
        Find = flows => PairChanges.OfRemoved(flows, removed => Change.Removed(removed.Node, removed.Name)),
    };

    public static readonly PairRule<DiffFlow> FlowAdded = new("oauth-flow-added")
    {
        Area = "security",
        Message = "The flow {2} of {0} was added.",
        InRequest = Compatible,
        Why = RuleTexts.Harmless,
        Remedy = "Nothing.",
        Example = "flows.clientCredentials comes",
        Find = flows => PairChanges.OfAdded(flows, added => Change.Added(added.Node, added.Name)),
    };

    public static readonly PairRule<DiffScope> ScopeRemoved = new("scope-removed")
    {
        Area = "security",
        Message = "The scope {1} of {0} was removed.",
        InRequest = PotentiallyBreaking,
        Why = "It can no longer be asked for.",
        Remedy = "Ask for another scope.",
        Example = "a scope goes from a flow",
        Find = scopes => PairChanges.OfRemoved(scopes, removed => Change.Removed(removed.Node, removed.Name)),
    };

    public static readonly PairRule<DiffScope> ScopeAdded = new("scope-added")
    {
        Area = "security",
        Message = "The scope {2} of {0} was added.",
        InRequest = Compatible,
        Why = RuleTexts.Harmless,
        Remedy = "Nothing.",
        Example = "a scope comes to a flow",
        Find = scopes => PairChanges.OfAdded(scopes, added => Change.Added(added.Node, added.Name)),
    };

    // Every way of the base has to meet one of the revision, or callers are rejected. Example: oauth2 (pins:read)
    // becomes oauth2 (pins:read, boards:read): tightened.
    private static IEnumerable<Change> FindTightened(Sides<DiffSecurity?> securities) =>
        PairChanges.OfBoth(
            securities,
            both => both.Base.Ways.UnmetBy(both.Revision.Ways) is { } lost ? [Of(both, lost, both.Revision.Ways)] : []
        );

    private static IEnumerable<Change> FindRelaxed(Sides<DiffSecurity?> securities) =>
        PairChanges.OfBoth(
            securities,
            both =>
                both.Base.Ways.UnmetBy(both.Revision.Ways) is null
                && both.Revision.Ways.UnmetBy(both.Base.Ways) is { } gained
                    ? [Of(both, both.Base.Ways, gained)]
                    : []
        );

    private static Change Of(Sides<DiffSecurity> securities, SecurityWays baseWays, SecurityWays revisionWays) =>
        new(securities.Base.Written, securities.Revision.Written, baseWays.ToString(), revisionWays.ToString())
        {
            NearestInBase = securities.Base.Operation,
            NearestInRevision = securities.Revision.Operation,
        };

    private static IEnumerable<Change> FindRenamed(Sides<DiffSecurityScheme> schemes) =>
        schemes.Base.Name == schemes.Revision.Name
            ? []
            : [new(schemes.Base.Node, schemes.Revision.Node, schemes.Base.Name, schemes.Revision.Name)];
}
