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
        Message = "{0} can no longer be called with {1}. It now requires {2}.",
        InRequest = Breaking,
        Why = "A token that was enough before is rejected.",
        Remedy = "Ask users for the new scopes, or authenticate in another way that is allowed.",
        Example = "a scope is added",
        Find = FindTightened,
    };

    public static readonly PairRule<DiffSecurity> SecurityRelaxed = new("security-relaxed")
    {
        Area = "security",
        Message = "{0} can now be called with {2} (before: only with {1}).",
        InRequest = Compatible,
        Why = "Existing calls stay valid.",
        Remedy = RuleTexts.NoAction,
        Example = "a scope is removed",
        Find = FindRelaxed,
    };

    public static readonly PairRule<DiffSecurityScheme> SchemeRemoved = new("security-scheme-removed")
    {
        Area = "security",
        Message = "The security scheme {0} was removed.",
        InRequest = PotentiallyBreaking,
        Why = "Clients that use it must authenticate in another way.",
        Remedy = "Use one of the remaining schemes.",
        Example = "a scheme is removed",
        Find = schemes => PairChanges.OfRemoved(schemes, removed => Change.Removed(removed.Node, removed.Name)),
    };

    public static readonly PairRule<DiffSecurityScheme> SchemeAdded = new("security-scheme-added")
    {
        Area = "security",
        Message = "The security scheme {0} was added.",
        InRequest = Compatible,
        Why = "Existing calls are not affected.",
        Remedy = RuleTexts.NoAction,
        Example = "a scheme is added",
        Find = schemes => PairChanges.OfAdded(schemes, added => Change.Added(added.Node, added.Name)),
    };

    public static readonly PairRule<DiffSecurityScheme> SchemeChanged = new("security-scheme-changed")
    {
        Area = "security",
        Message = "The security scheme {0} changed: {1} became {2}.",
        InRequest = PotentiallyBreaking,
        Why = "Clients may have to get or send their tokens in another way.",
        Remedy = "Check how your client gets and sends its tokens.",
        Example = "tokenUrl changes",
        Find = schemes => PairChanges.OfBoth(schemes, SchemeFacts.FindChanged),
    };

    public static readonly DiffRule RequiredSchemeChanged = new("required-security-scheme-changed")
    {
        Area = "security",
        Message =
            "The credentials of the security scheme {0}, which operations require, are sent in another way: "
            + "{1} became {2}.",
        InRequest = Breaking,
        Why = "Requests with the old credentials are rejected.",
        Remedy = "Send the credentials in the new way.",
        Example = "a required apiKey in a header becomes one in the query",
    };

    public static readonly DiffRule RequiredSchemeRemoved = new("required-security-scheme-removed")
    {
        Area = "security",
        Message = "The security scheme {0} was removed, but operations still require it.",
        InRequest = Breaking,
        Why = "The description no longer says which credentials are accepted.",
        Remedy = "Ask the publisher how to authenticate.",
        Example = "security: [key] stays, and securitySchemes.key was removed",
    };

    public static readonly PairRule<DiffSecurityScheme> SchemeRenamed = new("security-scheme-renamed")
    {
        Area = "security",
        Message = "The security scheme {1} was renamed to {2}.",
        InRequest = Compatible,
        Why = "Requests do not contain the name.",
        Remedy = RuleTexts.NoAction,
        Example = "a scheme gets another name",
        Find = schemes => PairChanges.OfBoth(schemes, FindRenamed),
    };

    public static readonly PairRule<DiffFlow> FlowRemoved = new("oauth-flow-removed")
    {
        Area = "security",
        Message = "The OAuth flow {1} of {0} was removed.",
        InRequest = PotentiallyBreaking,
        Why = "Clients that use the flow must get their tokens in another way.",
        Remedy = "Use one of the remaining flows.",
        Example = "flows.clientCredentials is removed",
        Find = flows => PairChanges.OfRemoved(flows, removed => Change.Removed(removed.Node, removed.Name)),
    };

    public static readonly PairRule<DiffFlow> FlowAdded = new("oauth-flow-added")
    {
        Area = "security",
        Message = "The OAuth flow {2} of {0} was added.",
        InRequest = Compatible,
        Why = "Existing calls are not affected.",
        Remedy = RuleTexts.NoAction,
        Example = "flows.clientCredentials is added",
        Find = flows => PairChanges.OfAdded(flows, added => Change.Added(added.Node, added.Name)),
    };

    public static readonly PairRule<DiffScope> ScopeRemoved = new("scope-removed")
    {
        Area = "security",
        Message = "The {0} was removed.",
        InRequest = PotentiallyBreaking,
        Why = "Clients can no longer request the scope.",
        Remedy = "Request another scope.",
        Example = "a scope is removed from a flow",
        Find = scopes => PairChanges.OfRemoved(scopes, removed => Change.Removed(removed.Node, removed.Name)),
    };

    public static readonly PairRule<DiffScope> ScopeAdded = new("scope-added")
    {
        Area = "security",
        Message = "The {0} was added.",
        InRequest = Compatible,
        Why = "Existing calls are not affected.",
        Remedy = RuleTexts.NoAction,
        Example = "a scope is added to a flow",
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
