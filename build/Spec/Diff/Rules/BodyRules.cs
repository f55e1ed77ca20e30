using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// The rules about bodies of requests and responses: whether there is one, its media types, and how its parts are
/// written.
/// </summary>
internal static class BodyRules
{
    public static readonly PairRule<DiffBody> BodyAdded = new("body-added")
    {
        Area = "body",
        Message = "{0} takes a body now.",
        InRequest = Compatible,
        Why = "Nobody must send one.",
        Remedy = "Nothing.",
        Example = "an optional requestBody comes",
        Find = bodies => FindAdded(bodies, isRequired: false),
    };

    public static readonly PairRule<DiffBody> RequiredBodyAdded = new("required-body-added")
    {
        Area = "body",
        Message = "{0} needs a body now.",
        InRequest = Breaking,
        Why = "Who sends none is refused.",
        Remedy = "Send one.",
        Example = "a required requestBody comes",
        Find = bodies => FindAdded(bodies, isRequired: true),
    };

    public static readonly PairRule<DiffBody> BodyRemoved = new("body-removed")
    {
        Area = "body",
        Message = "{0} takes no body any more.",
        InRequest = Breaking,
        Why = "What is sent is passed over or refused.",
        Remedy = "Do not send one.",
        Example = "requestBody goes",
        Find = bodies => PairChanges.OfRemoved(bodies, removed => Change.Removed(removed.Written)),
    };

    public static readonly PairRule<DiffBody> BodyBecameRequired = new("body-became-required")
    {
        Area = "body",
        Message = "{0} is required now.",
        InRequest = Breaking,
        Why = "Who sends none is refused.",
        Remedy = "Send it always.",
        Example = "requestBody.required: true comes",
        Find = bodies => FindRequired(bodies, isRequired: true),
    };

    public static readonly PairRule<DiffBody> BodyBecameOptional = new("body-became-optional")
    {
        Area = "body",
        Message = "{0} is no longer required.",
        InRequest = Compatible,
        Why = RuleTexts.Harmless,
        Remedy = "Nothing.",
        Example = "requestBody.required: true goes",
        Find = bodies => FindRequired(bodies, isRequired: false),
    };

    public static readonly PairRule<DiffMedia> MediaTypeAdded = new("media-type-added")
    {
        Area = "body",
        Message = "{0} may be {2} too.",
        InRequest = Compatible,
        InResponse = Compatible,
        Why = RuleTexts.Harmless,
        Remedy = "Nothing.",
        Example = "application/xml comes",
        Find = medias => PairChanges.OfAdded(medias, added => Change.Added(added.Node, added.Type)),
    };

    public static readonly PairRule<DiffMedia> MediaTypeRemoved = new("media-type-removed")
    {
        Area = "body",
        Message = "{0} can no longer be {1}.",
        InRequest = Breaking,
        InResponse = Breaking,
        Why = "Who sends or expects that content type fails.",
        Remedy = "Use another content type.",
        Example = "application/xml goes",
        Find = medias => PairChanges.OfRemoved(medias, removed => Change.Removed(removed.Node, removed.Type)),
    };

    public static readonly PairRule<DiffMedia> SchemaOfBodyAdded = new("content-described")
    {
        Area = "body",
        Message = "{0} follows a schema now.",
        InRequest = PotentiallyBreaking,
        InResponse = Compatible,
        Why = "What was free is checked.",
        Remedy = "Check what you send.",
        Example = "schema comes",
        Find = medias =>
            medias is { Base: { Schema: null } media, Revision.Schema: { } added } ? [new(media.Node, added)] : [],
    };

    public static readonly PairRule<DiffMedia> SchemaOfBodyRemoved = new("content-undescribed")
    {
        Area = "body",
        Message = "{0} follows no schema any more.",
        InRequest = Compatible,
        InResponse = PotentiallyBreaking,
        Why = "Nothing is promised any more.",
        Remedy = "Do not rely on the old schema.",
        Example = "schema goes",
        Find = medias =>
            medias is { Base.Schema: { } removed, Revision: { Schema: null } media } ? [new(removed, media.Node)] : [],
    };

    public static readonly PairRule<DiffMedia> EncodingChanged = new("encoding-changed")
    {
        Area = "body",
        Message = "The parts of {0} are written in another way: {1} became {2}.",
        InRequest = PotentiallyBreaking,
        InResponse = PotentiallyBreaking,
        Why = "The encoding of a multipart or form body is compared as text only.",
        Remedy = "Compare by hand.",
        Example = "encoding.contentType changes",
        Find = FindEncoding,
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

    private static IEnumerable<Change> FindEncoding(Sides<DiffMedia?> medias) =>
        PairChanges.OfBoth(
            medias,
            both =>
            {
                var encodings = both.Select(media => media.Node["encoding"]);
                return JToken.DeepEquals(encodings.Base, encodings.Revision)
                    ? []
                    :
                    [
                        new(
                            encodings.Base,
                            encodings.Revision,
                            RuleTexts.InFull(encodings.Base),
                            RuleTexts.InFull(encodings.Revision)
                        )
                        {
                            NearestInBase = both.Base.Node,
                            NearestInRevision = both.Revision.Node,
                        },
                    ];
            }
        );
}
