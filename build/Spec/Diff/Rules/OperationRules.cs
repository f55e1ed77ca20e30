using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rules over everything that is not a schema.</summary>
internal static class OperationRules
{
    private const string Harmless = "Whoever works with the base works with the revision.";

    public static readonly DiffRule OperationRemoved = new(
        "operation-removed",
        "operation",
        "The operation {0} was removed.",
        Breaking,
        null,
        "Calls of it fail.",
        "Find another operation.",
        "GET /boards goes"
    );
    public static readonly DiffRule OperationAdded = new(
        "operation-added",
        "operation",
        "The operation {0} was added.",
        Compatible,
        null,
        Harmless,
        "Nothing.",
        "GET /boards comes"
    );
    public static readonly DiffRule OperationIdChanged = new(
        "operation-id-changed",
        "operation",
        "The operationId of {0} changed from {1} to {2}.",
        Compatible,
        null,
        "The wire is the same; generated names may change.",
        "Look at the client's verdict.",
        "boards/list becomes boards/get_all"
    );
    public static readonly DiffRule TagsChanged = new(
        "tags-changed",
        "operation",
        "The groups of {0} changed from {1} to {2}.",
        Compatible,
        null,
        "The wire is the same; generated names may change.",
        "Look at the client's verdict.",
        "tags: [pins] becomes [media]"
    );
    public static readonly DiffRule Deprecated = new(
        "operation-deprecated",
        "operation",
        "{0} is deprecated now.",
        Compatible,
        null,
        "It works still.",
        "Plan to do without it.",
        "deprecated: true comes"
    );
    public static readonly DiffRule Undeprecated = new(
        "operation-undeprecated",
        "operation",
        "{0} is no longer deprecated.",
        Compatible,
        null,
        "It stays.",
        "Nothing.",
        "deprecated: true goes"
    );
    public static readonly DiffRule SunsetChanged = new(
        "sunset-changed",
        "operation",
        "The end of {0} changed from {1} to {2}.",
        Compatible,
        null,
        "It works until then.",
        "Be done without it by then.",
        "x-sunset changes"
    );
    public static readonly DiffRule RateCategoryChanged = new(
        "rate-category-changed",
        "operation",
        "The rate category of {0} changed from {1} to {2}.",
        PotentiallyBreaking,
        null,
        "Another allowance is used up.",
        "Check how many calls you make in that category.",
        "x-ratelimit-category changes"
    );
    public static readonly DiffRule SandboxLost = new(
        "sandbox-disabled",
        "operation",
        "Pinterest's sandbox no longer serves {0}.",
        PotentiallyBreaking,
        null,
        "Tests against the sandbox fail.",
        "Test without it.",
        "x-sandbox: enabled becomes disabled"
    );
    public static readonly DiffRule SandboxGained = new(
        "sandbox-enabled",
        "operation",
        "Pinterest's sandbox serves {0} now.",
        Compatible,
        null,
        Harmless,
        "Nothing.",
        "x-sandbox: disabled becomes enabled"
    );

    public static readonly DiffRule ParameterAdded = new(
        "parameter-added",
        "parameter",
        "The optional parameter {2} was added: {0}.",
        Compatible,
        null,
        "Nobody must send it.",
        "Nothing.",
        "a parameter comes"
    );
    public static readonly DiffRule RequiredParameterAdded = new(
        "required-parameter-added",
        "parameter",
        "The required parameter {2} was added: {0}.",
        Breaking,
        null,
        "Who does not send it is refused.",
        "Send it.",
        "a required parameter comes"
    );
    public static readonly DiffRule ParameterRemoved = new(
        "parameter-removed",
        "parameter",
        "The parameter {1} was removed: {0}.",
        PotentiallyBreaking,
        null,
        "What is sent in it is passed over or refused.",
        "Do not send it.",
        "a parameter goes"
    );
    public static readonly DiffRule ParameterBecameRequired = new(
        "parameter-became-required",
        "parameter",
        "{0} is required now.",
        Breaking,
        null,
        "Who does not send it is refused.",
        "Send it always.",
        "required: true comes"
    );
    public static readonly DiffRule ParameterBecameOptional = new(
        "parameter-became-optional",
        "parameter",
        "{0} is no longer required.",
        Compatible,
        null,
        "Who sends it may go on.",
        "Nothing.",
        "required: true goes"
    );
    public static readonly DiffRule ParameterStyleChanged = new(
        "parameter-style-changed",
        "parameter",
        "{0} is written in another way: {1} became {2}.",
        Breaking,
        null,
        "The same value is read as another.",
        "Write it in the new way.",
        "explode: true becomes false on an array"
    );
    public static readonly DiffRule EmptyValueForbidden = new(
        "empty-value-forbidden",
        "parameter",
        "{0} may no longer be sent without a value.",
        PotentiallyBreaking,
        null,
        "Who sends it empty is refused.",
        "Leave it out.",
        "allowEmptyValue: true goes"
    );
    public static readonly DiffRule EmptyValueAllowed = new(
        "empty-value-allowed",
        "parameter",
        "{0} may be sent without a value now.",
        Compatible,
        null,
        Harmless,
        "Nothing.",
        "allowEmptyValue: true comes"
    );
    public static readonly DiffRule ParameterDeprecated = new(
        "parameter-deprecated",
        "parameter",
        "{0} is deprecated now.",
        Compatible,
        null,
        "It works still.",
        "Plan to do without it.",
        "deprecated: true comes"
    );

    public static readonly DiffRule ParameterUndeprecated = new(
        "parameter-undeprecated",
        "parameter",
        "{0} is no longer deprecated.",
        Compatible,
        null,
        "It stays.",
        "Nothing.",
        "deprecated: true goes"
    );
    public static readonly DiffRule ReservedAllowed = new(
        "reserved-characters-allowed",
        "parameter",
        "{0} may have reserved characters unescaped now.",
        Compatible,
        null,
        Harmless,
        "Nothing.",
        "allowReserved: true comes"
    );
    public static readonly DiffRule ReservedForbidden = new(
        "reserved-characters-forbidden",
        "parameter",
        "{0} must have reserved characters escaped now.",
        PotentiallyBreaking,
        null,
        "Who sends them as they are is misread.",
        "Escape them.",
        "allowReserved: true goes"
    );
    public static readonly DiffRule ParameterWidened = new(
        "parameter-type-widened",
        "parameter",
        "{0} takes more now: {1} became {2}.",
        Compatible,
        null,
        "Everything in a parameter is text: what was sent before is read as before.",
        "Nothing.",
        "type: integer becomes type: string, or an array of it"
    );
    public static readonly DiffRule ParameterNarrowed = new(
        "parameter-type-narrowed",
        "parameter",
        "{0} takes less now: {1} became {2}.",
        Breaking,
        null,
        "Who sends several values, or another text, is refused.",
        "Send what is left.",
        "an array becomes one of its items"
    );

    public static readonly DiffRule EncodingChanged = new(
        "encoding-changed",
        "body",
        "The parts of {0} are written in another way: {1} became {2}.",
        PotentiallyBreaking,
        PotentiallyBreaking,
        "The encoding of a multipart or form body is compared as text only.",
        "Compare by hand.",
        "encoding.contentType changes"
    );
    public static readonly DiffRule BodyAdded = new(
        "body-added",
        "body",
        "{0} takes a body now.",
        Compatible,
        null,
        "Nobody must send one.",
        "Nothing.",
        "an optional requestBody comes"
    );
    public static readonly DiffRule RequiredBodyAdded = new(
        "required-body-added",
        "body",
        "{0} needs a body now.",
        Breaking,
        null,
        "Who sends none is refused.",
        "Send one.",
        "a required requestBody comes"
    );
    public static readonly DiffRule BodyRemoved = new(
        "body-removed",
        "body",
        "{0} takes no body any more.",
        Breaking,
        null,
        "What is sent is passed over or refused.",
        "Do not send one.",
        "requestBody goes"
    );
    public static readonly DiffRule BodyBecameRequired = new(
        "body-became-required",
        "body",
        "{0} is required now.",
        Breaking,
        null,
        "Who sends none is refused.",
        "Send it always.",
        "requestBody.required: true comes"
    );
    public static readonly DiffRule BodyBecameOptional = new(
        "body-became-optional",
        "body",
        "{0} is no longer required.",
        Compatible,
        null,
        Harmless,
        "Nothing.",
        "requestBody.required: true goes"
    );
    public static readonly DiffRule MediaTypeAdded = new(
        "media-type-added",
        "body",
        "{0} may be {2} too.",
        Compatible,
        Compatible,
        Harmless,
        "Nothing.",
        "application/xml comes"
    );
    public static readonly DiffRule MediaTypeRemoved = new(
        "media-type-removed",
        "body",
        "{0} can no longer be {1}.",
        Breaking,
        Breaking,
        "Who sends or expects that content type fails.",
        "Use another content type.",
        "application/xml goes"
    );
    public static readonly DiffRule BodySchemaAdded = new(
        "content-described",
        "body",
        "{0} follows a schema now.",
        PotentiallyBreaking,
        Compatible,
        "What was free is checked.",
        "Check what you send.",
        "schema comes"
    );
    public static readonly DiffRule BodySchemaRemoved = new(
        "content-undescribed",
        "body",
        "{0} follows no schema any more.",
        Compatible,
        PotentiallyBreaking,
        "Nothing is promised any more.",
        "Do not rely on the old schema.",
        "schema goes"
    );

    public static readonly DiffRule SuccessStatusRemoved = new(
        "success-status-removed",
        "response",
        "{0} no longer answers with success {1}.",
        Breaking,
        null,
        "Who expects that status fails.",
        "Accept every 2xx.",
        "200 becomes 201"
    );
    public static readonly DiffRule SuccessStatusAdded = new(
        "success-status-added",
        "response",
        "{0} may answer with success {2} too.",
        Compatible,
        null,
        "Every 2xx is a success.",
        "Accept every 2xx.",
        "201 comes beside 200"
    );
    public static readonly DiffRule ErrorStatusRemoved = new(
        "error-status-removed",
        "response",
        "{0} no longer names the status {1}.",
        Compatible,
        null,
        Harmless,
        "Nothing.",
        "404 goes"
    );
    public static readonly DiffRule ErrorStatusAdded = new(
        "error-status-added",
        "response",
        "{0} names the status {2}.",
        Compatible,
        null,
        "It could come before, too.",
        "Nothing.",
        "429 comes"
    );
    public static readonly DiffRule HeaderRemoved = new(
        "header-removed",
        "header",
        "The {0} was removed.",
        null,
        PotentiallyBreaking,
        "Readers miss it.",
        "Do without it.",
        "an optional response header goes"
    );
    public static readonly DiffRule RequiredHeaderRemoved = new(
        "required-header-removed",
        "header",
        "The {0}, which was always there, was removed.",
        null,
        Breaking,
        "Readers miss it.",
        "Do without it.",
        "a required response header goes"
    );
    public static readonly DiffRule HeaderAdded = new(
        "header-added",
        "header",
        "The {0} was added.",
        null,
        Compatible,
        Harmless,
        "Nothing.",
        "a response header comes"
    );
    public static readonly DiffRule HeaderBecameOptional = new(
        "header-became-optional",
        "header",
        "The {0} may be missing now.",
        null,
        Breaking,
        "A reader that relies on it fails.",
        "Let the reader do without it.",
        "required: true goes"
    );
    public static readonly DiffRule HeaderBecameRequired = new(
        "header-became-required",
        "header",
        "The {0} is always there now.",
        null,
        Compatible,
        Harmless,
        "Nothing.",
        "required: true comes"
    );

    public static readonly DiffRule SecurityTightened = new(
        "security-tightened",
        "security",
        "{0} can no longer be called with {1}, but with {2}.",
        Breaking,
        null,
        "A token that was enough is refused.",
        "Ask users for the new scopes, or use another way to authenticate.",
        "a scope comes"
    );
    public static readonly DiffRule SecurityRelaxed = new(
        "security-relaxed",
        "security",
        "{0} can be called with {2} now, not only with {1}.",
        Compatible,
        null,
        Harmless,
        "Nothing.",
        "a scope goes"
    );
    public static readonly DiffRule SchemeRemoved = new(
        "security-scheme-removed",
        "security",
        "The security scheme {0} was removed.",
        PotentiallyBreaking,
        null,
        "Who authenticates by it must do so in another way.",
        "Use another scheme.",
        "a scheme goes"
    );
    public static readonly DiffRule SchemeAdded = new(
        "security-scheme-added",
        "security",
        "The security scheme {0} was added.",
        Compatible,
        null,
        Harmless,
        "Nothing.",
        "a scheme comes"
    );
    public static readonly DiffRule SchemeChanged = new(
        "security-scheme-changed",
        "security",
        "The security scheme {0} changed: {1} became {2}.",
        PotentiallyBreaking,
        null,
        "Tokens may have to be got or sent in another way.",
        "Check how you sign in.",
        "tokenUrl changes"
    );
    public static readonly DiffRule SchemeRenamed = new(
        "security-scheme-renamed",
        "security",
        "The security scheme {1} is called {2} now.",
        Compatible,
        null,
        "Callers do not see its name.",
        "Nothing.",
        "a scheme gets another name"
    );
    public static readonly DiffRule FlowRemoved = new(
        "oauth-flow-removed",
        "security",
        "The flow {1} of {0} was removed.",
        PotentiallyBreaking,
        null,
        "Who signs in by it must do so in another way.",
        "Use another flow.",
        "flows.clientCredentials goes"
    );
    public static readonly DiffRule FlowAdded = new(
        "oauth-flow-added",
        "security",
        "The flow {2} of {0} was added.",
        Compatible,
        null,
        Harmless,
        "Nothing.",
        "flows.clientCredentials comes"
    );
    public static readonly DiffRule ScopeRemoved = new(
        "scope-removed",
        "security",
        "The scope {1} of {0} was removed.",
        PotentiallyBreaking,
        null,
        "It can no longer be asked for.",
        "Ask for another scope.",
        "a scope goes from a flow"
    );
    public static readonly DiffRule ScopeAdded = new(
        "scope-added",
        "security",
        "The scope {2} of {0} was added.",
        Compatible,
        null,
        Harmless,
        "Nothing.",
        "a scope comes to a flow"
    );

    public static readonly DiffRule ServerRemoved = new(
        "server-removed",
        "server",
        "The server {1} is no longer named.",
        PotentiallyBreaking,
        null,
        "Calls to it may fail.",
        "Call another server.",
        "a server goes"
    );
    public static readonly DiffRule ServerAdded = new(
        "server-added",
        "server",
        "The server {2} was added.",
        Compatible,
        null,
        Harmless,
        "Nothing.",
        "a server comes"
    );

    public static readonly DiffRule ServerVariablesChanged = new(
        "server-variables-changed",
        "server",
        "The variables of a server changed from {1} to {2}.",
        PotentiallyBreaking,
        null,
        "The address that callers make of it may be another.",
        "Check the address that you call.",
        "variables.region.default changes"
    );

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<DiffRule> All =
    [
        OperationRemoved,
        OperationAdded,
        OperationIdChanged,
        TagsChanged,
        Deprecated,
        Undeprecated,
        SunsetChanged,
        RateCategoryChanged,
        SandboxLost,
        SandboxGained,
        ParameterAdded,
        RequiredParameterAdded,
        ParameterRemoved,
        ParameterBecameRequired,
        ParameterBecameOptional,
        ParameterStyleChanged,
        EmptyValueForbidden,
        EmptyValueAllowed,
        ParameterDeprecated,
        ParameterUndeprecated,
        ReservedAllowed,
        ReservedForbidden,
        ParameterWidened,
        ParameterNarrowed,
        BodyAdded,
        RequiredBodyAdded,
        BodyRemoved,
        BodyBecameRequired,
        BodyBecameOptional,
        MediaTypeAdded,
        MediaTypeRemoved,
        BodySchemaAdded,
        BodySchemaRemoved,
        EncodingChanged,
        SuccessStatusRemoved,
        SuccessStatusAdded,
        ErrorStatusRemoved,
        ErrorStatusAdded,
        HeaderRemoved,
        RequiredHeaderRemoved,
        HeaderAdded,
        HeaderBecameOptional,
        HeaderBecameRequired,
        SecurityTightened,
        SecurityRelaxed,
        SchemeRemoved,
        SchemeAdded,
        SchemeChanged,
        SchemeRenamed,
        FlowRemoved,
        FlowAdded,
        ScopeRemoved,
        ScopeAdded,
        ServerRemoved,
        ServerAdded,
        ServerVariablesChanged,
    ];
}
