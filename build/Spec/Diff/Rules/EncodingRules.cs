using Pinterest.OpenApi.Spec.Diff.Parts;
using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rules about how the fields of a form are written: their content types, style and headers.</summary>
internal static class EncodingRules
{
    private const string AsJson = "JSON";

    public static readonly PairRule<DiffEncoding> ContentTypesRemoved = new("encoding-content-type-removed")
    {
        Area = "body",
        Message = "{0} no longer allows a content type: {1}.",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = "A request with a part of that content type is rejected.",
        Remedy = "Send the part in one of the remaining content types.",
        Example = "contentType: image/png, image/jpeg becomes contentType: image/png",
        Find = encodings => FindContentTypes(encodings, areAdded: false),
    };

    public static readonly PairRule<DiffEncoding> ContentTypesAdded = new("encoding-content-type-added")
    {
        Area = "body",
        Message = "{0} allows a new content type: {2}.",
        InRequest = Compatible,
        InResponse = Breaking,
        Why = "Code that reads the part will receive a content type that it does not know.",
        Remedy = "Check the content type of the part before you read it.",
        Example = "contentType: image/png becomes contentType: image/png, image/jpeg",
        Find = encodings => FindContentTypes(encodings, areAdded: true),
    };

    public static readonly PairRule<DiffEncoding> StyleChanged = new("encoding-style-changed")
    {
        Area = "body",
        Message = "The style of {0} changed from {1} to {2}.",
        InRequest = Breaking,
        InResponse = Breaking,
        Why = "The receiver reads the same text as another value.",
        Remedy = "Write and read the field in the new style.",
        Example = "explode: false is added, so topic=a&topic=b becomes topic=a,b",
        Find = encodings =>
            PairChanges.OfBoth(
                encodings,
                both =>
                    both.Base.Style == both.Revision.Style
                        ? []
                        :
                        [
                            new(
                                both.Base.Place,
                                both.Revision.Place,
                                both.Base.Style ?? AsJson,
                                both.Revision.Style ?? AsJson
                            ),
                        ]
            ),
    };

    public static readonly PairRule<DiffEncoding> EncodingChanged = new("encoding-changed")
    {
        Area = "body",
        Message = "The encoding of {0} changed from {1} to {2}.",
        InRequest = PotentiallyBreaking,
        InResponse = PotentiallyBreaking,
        Why =
            "The headers, the reserved characters, or the default content type of the field changed. "
            + "The tool cannot tell whether old requests still work.",
        Remedy = "Compare the two encodings by hand.",
        Example = "encoding.headers changes, or contentType: image/png is added to a field that had none",
        Find = FindOthers,
    };

    // Both sides have to name the content types. A default says little about what a server reads. Example: a file
    // without an encoding is application/octet-stream, and servers read image/png there too.
    private static IEnumerable<Change> FindContentTypes(Sides<DiffEncoding?> encodings, bool areAdded) =>
        PairChanges.OfBoth(
            encodings,
            both =>
            {
                var (of, notIn) = areAdded ? (both.Revision, both.Base) : (both.Base, both.Revision);
                var types = of.ContentTypes.Where(type => !notIn.Allows(type)).ToList();
                if (types.Count == 0 || !both.All(encoding => encoding.NamesContentTypes))
                {
                    return [];
                }

                var text = string.Join(", ", types);
                return [new(both.Base.Place, both.Revision.Place, areAdded ? null : text, areAdded ? text : null)];
            }
        );

    private static IEnumerable<Change> FindOthers(Sides<DiffEncoding?> encodings) =>
        PairChanges.OfBoth(
            encodings,
            both =>
            {
                var areNamed = both.All(encoding => encoding.NamesContentTypes);
                var texts = both.Select(encoding => areNamed ? encoding.Others : Text(encoding));
                return texts.Base == texts.Revision
                    ? []
                    : [new(both.Base.Place, both.Revision.Place, Said(texts.Base), Said(texts.Revision))];
            }
        );

    private static string Text(DiffEncoding encoding) =>
        string.Join(", ", encoding.ContentTypes) + (encoding.Others.Length > 0 ? $", {encoding.Others}" : "");

    private static string? Said(string text) => text.Length > 0 ? text : null;
}
