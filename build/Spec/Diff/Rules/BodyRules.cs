using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// The rules about bodies of requests and responses: whether there is one, its media types, and how its parts are
/// written.
/// </summary>
internal static class BodyRules
{
    public static readonly DiffRule BodyAdded = new("body-added")
    {
        Area = "body",
        Message = "{0} takes a body now.",
        InRequest = Compatible,
        Why = "Nobody must send one.",
        Remedy = "Nothing.",
        Example = "an optional requestBody comes",
    };

    public static readonly DiffRule RequiredBodyAdded = new("required-body-added")
    {
        Area = "body",
        Message = "{0} needs a body now.",
        InRequest = Breaking,
        Why = "Who sends none is refused.",
        Remedy = "Send one.",
        Example = "a required requestBody comes",
    };

    public static readonly DiffRule BodyRemoved = new("body-removed")
    {
        Area = "body",
        Message = "{0} takes no body any more.",
        InRequest = Breaking,
        Why = "What is sent is passed over or refused.",
        Remedy = "Do not send one.",
        Example = "requestBody goes",
    };

    public static readonly DiffRule BodyBecameRequired = new("body-became-required")
    {
        Area = "body",
        Message = "{0} is required now.",
        InRequest = Breaking,
        Why = "Who sends none is refused.",
        Remedy = "Send it always.",
        Example = "requestBody.required: true comes",
    };

    public static readonly DiffRule BodyBecameOptional = new("body-became-optional")
    {
        Area = "body",
        Message = "{0} is no longer required.",
        InRequest = Compatible,
        Why = RuleTexts.Harmless,
        Remedy = "Nothing.",
        Example = "requestBody.required: true goes",
    };

    public static readonly DiffRule MediaTypeAdded = new("media-type-added")
    {
        Area = "body",
        Message = "{0} may be {2} too.",
        InRequest = Compatible,
        InResponse = Compatible,
        Why = RuleTexts.Harmless,
        Remedy = "Nothing.",
        Example = "application/xml comes",
    };

    public static readonly DiffRule MediaTypeRemoved = new("media-type-removed")
    {
        Area = "body",
        Message = "{0} can no longer be {1}.",
        InRequest = Breaking,
        InResponse = Breaking,
        Why = "Who sends or expects that content type fails.",
        Remedy = "Use another content type.",
        Example = "application/xml goes",
    };

    public static readonly DiffRule SchemaOfBodyAdded = new("content-described")
    {
        Area = "body",
        Message = "{0} follows a schema now.",
        InRequest = PotentiallyBreaking,
        InResponse = Compatible,
        Why = "What was free is checked.",
        Remedy = "Check what you send.",
        Example = "schema comes",
    };

    public static readonly DiffRule SchemaOfBodyRemoved = new("content-undescribed")
    {
        Area = "body",
        Message = "{0} follows no schema any more.",
        InRequest = Compatible,
        InResponse = PotentiallyBreaking,
        Why = "Nothing is promised any more.",
        Remedy = "Do not rely on the old schema.",
        Example = "schema goes",
    };

    public static readonly DiffRule EncodingChanged = new("encoding-changed")
    {
        Area = "body",
        Message = "The parts of {0} are written in another way: {1} became {2}.",
        InRequest = PotentiallyBreaking,
        InResponse = PotentiallyBreaking,
        Why = "The encoding of a multipart or form body is compared as text only.",
        Remedy = "Compare by hand.",
        Example = "encoding.contentType changes",
    };
}
