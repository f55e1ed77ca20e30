using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Documents;
using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// The rules about bodies of requests and responses: whether there is one, and its media types.
/// </summary>
internal static class BodyRules
{
    public static readonly PairRule<DiffBody> BodyAdded = new("body-added")
    {
        Area = "body",
        Message = "The optional {0} was added.",
        InRequest = Compatible,
        Why = "Sending it is optional.",
        Remedy = RuleTexts.NoAction,
        Example = "an optional requestBody is added",
        Find = bodies => FindAdded(bodies, isRequired: false),
    };

    public static readonly PairRule<DiffBody> RequiredBodyAdded = new("required-body-added")
    {
        Area = "body",
        Message = "The required {0} was added.",
        InRequest = Breaking,
        Why = "A request without a body is rejected.",
        Remedy = "Send a body.",
        Example = "a required requestBody is added",
        Find = bodies => FindAdded(bodies, isRequired: true),
    };

    public static readonly PairRule<DiffBody> BodyRemoved = new("body-removed")
    {
        Area = "body",
        Message = "The {0} was removed.",
        InRequest = Breaking,
        Why = "The server ignores or rejects a body.",
        Remedy = "Send no body.",
        Example = "requestBody is removed",
        Find = bodies => PairChanges.OfRemoved(bodies, removed => Change.Removed(removed.Written)),
    };

    public static readonly PairRule<DiffBody> BodyBecameRequired = new("body-became-required")
    {
        Area = "body",
        Message = "{0} is now required.",
        InRequest = Breaking,
        Why = "A request without a body is rejected.",
        Remedy = "Always send a body.",
        Example = "requestBody.required: true is added",
        Find = bodies => FindRequired(bodies, isRequired: true),
    };

    public static readonly PairRule<DiffBody> BodyBecameOptional = new("body-became-optional")
    {
        Area = "body",
        Message = "{0} is no longer required.",
        InRequest = Compatible,
        Why = "Requests with a body stay valid.",
        Remedy = RuleTexts.NoAction,
        Example = "requestBody.required: true is removed",
        Find = bodies => FindRequired(bodies, isRequired: false),
    };

    public static readonly PairRule<DiffMedia> MediaTypeAdded = new("media-type-added")
    {
        Area = "body",
        Message = "{0} has the new content type {2}.",
        InRequest = Compatible,
        InResponse = Compatible,
        Why = RuleTexts.Harmless,
        Remedy = RuleTexts.NoAction,
        Example = "application/xml is added",
        Find = medias =>
            PairChanges.OfAdded(
                medias,
                added => Change.Added(added.Node, added.Type) with { NamedPlace = HolderOf(added) }
            ),
    };

    public static readonly PairRule<DiffMedia> MediaTypeRemoved = new("media-type-removed")
    {
        Area = "body",
        Message = "{0} no longer has the content type {1}.",
        InRequest = Breaking,
        InResponse = Breaking,
        Why = "Code that sends or expects this content type fails.",
        Remedy = "Send and read one of the remaining content types.",
        Example = "application/xml is removed",
        Find = medias =>
            PairChanges.OfRemoved(
                medias,
                removed => Change.Removed(removed.Node, removed.Type) with { NamedPlace = HolderOf(removed) }
            ),
    };

    public static readonly PairRule<DiffMedia> ErrorMediaTypeChanged = new("error-media-type-changed")
    {
        Area = "body",
        Message = "The content type of {0} changed from {1} to {2}.",
        InRequest = PotentiallyBreaking,
        InResponse = PotentiallyBreaking,
        Why = "Both are JSON. Code that asks for the old content type does not read the error.",
        Remedy = "Read every content type that is JSON.",
        Example = "application/json of an error becomes application/problem+json",
        Find = medias => PairChanges.OfBoth(medias, FindOtherJson),
    };

    public static readonly PairRule<DiffMedia> SchemaOfBodyAdded = new("content-described")
    {
        Area = "body",
        Message = "{0} must now match a schema.",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = "Requests with content that was accepted before may be rejected.",
        Remedy = "Check the content that you send against the schema.",
        Example = "a schema is added to a content type",
        Find = medias =>
            medias is { Base: { Schema: null } media, Revision.Schema: { } added }
            && (media.ItemSchema is null || medias.Revision.ItemSchema is not null)
            && Limits(medias.Revision, added)
                ? [new(media.Node, added)]
                : [],
    };

    public static readonly PairRule<DiffMedia> SchemaOfBodyRemoved = new("content-undescribed")
    {
        Area = "body",
        Message = "{0} no longer has a schema.",
        InRequest = Compatible,
        InResponse = Breaking,
        Why = "The description no longer says what the content looks like.",
        Remedy = "Check the content before you read it.",
        Example = "the schema of a content type is removed",
        Find = medias =>
            medias is { Base.Schema: { } removed, Revision: { Schema: null } media }
            && (media.ItemSchema is null || medias.Base.ItemSchema is not null)
            && Limits(medias.Base, removed)
                ? [new(removed, media.Node)]
                : [],
    };

    public static readonly PairRule<DiffMedia> ItemSchemaAdded = new("item-schema-added")
    {
        Area = "body",
        Message = "Each item of {0} must match a schema.",
        InRequest = PotentiallyBreaking,
        InResponse = Compatible,
        Why = "Items that were not described are checked now.",
        Remedy = "Check the items that you send.",
        Example = "itemSchema is added (3.2)",
        Find = medias =>
            medias is { Base: { ItemSchema: null, Schema: null } media, Revision.ItemSchema: { } added }
                ? [new(media.Node, added)]
                : [],
    };

    public static readonly PairRule<DiffMedia> ItemSchemaRemoved = new("item-schema-removed")
    {
        Area = "body",
        Message = "The items of {0} no longer have a schema.",
        InRequest = Compatible,
        InResponse = PotentiallyBreaking,
        Why = "Items of any kind may be returned.",
        Remedy = "Do not rely on the old schema.",
        Example = "itemSchema is removed (3.2)",
        Find = medias =>
            medias is { Base.ItemSchema: { } removed, Revision: { ItemSchema: null, Schema: null } media }
                ? [new(removed, media.Node)]
                : [],
    };

    public static readonly DiffRule StreamRewritten = new("stream-described-otherwise")
    {
        Area = "body",
        Message = "{0} is described by {2} instead of {1}.",
        InRequest = PotentiallyBreaking,
        InResponse = PotentiallyBreaking,
        Why = "The tool cannot decide whether the one schema and the schema of each item mean the same stream.",
        Remedy = "Compare schema and itemSchema by hand.",
        Example = "schema: {type: string} becomes itemSchema: {type: object} (3.2)",
    };

    private static IEnumerable<Change> FindAdded(Sides<DiffBody?> bodies, bool isRequired) =>
        bodies.Revision?.IsRequired == isRequired
            ? PairChanges.OfAdded(bodies, added => Change.Added(added.Written))
            : [];

    private static IEnumerable<Change> FindRequired(Sides<DiffBody?> bodies, bool isRequired) =>
        PairChanges.OfFlag(
            bodies,
            body => body.IsRequired,
            isRequired,
            both => new Change(both.Base.Node, both.Revision.Node)
        );

    // A content type without a schema allows what {} allows. Content that is neither JSON nor a form is a text or a
    // file anyway. Example: {type: string, format: binary} says no more of image/png than nothing.
    private static bool Limits(DiffMedia media, JObject schema)
    {
        var isOpaque =
            !MediaTypes.IsJson(media.Type)
            && schema["type"].Text() == "string"
            && schema
                .Properties()
                .All(member =>
                    member.Name is "type" or "format" or "contentMediaType" or "nullable"
                    || SchemaKeywords.IsAnnotation(member.Name)
                );
        return !isOpaque && !SchemaKeywords.AreAnnotations(schema);
    }

    // The body or response that lists a media type. A media type of the components has none.
    private static JToken? HolderOf(DiffMedia media)
    {
        var member = media.Node.Parent;
        var types = member?.Parent;
        return types?.Parent is JProperty { Name: "content" } content ? content.Parent : null;
    }

    private static IEnumerable<Change> FindOtherJson(Sides<DiffMedia> medias) =>
        medias.All(media => MediaTypes.IsJson(media.Type))
        && MediaTypes.WithoutParameters(medias.Base.Type) != MediaTypes.WithoutParameters(medias.Revision.Type)
            ? [new(medias.Base.Node, medias.Revision.Node, medias.Base.Type, medias.Revision.Type)]
            : [];
}
