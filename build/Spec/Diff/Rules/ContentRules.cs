using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;
using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rules about what a string contains: contentEncoding, contentMediaType and contentSchema.</summary>
internal static class ContentRules
{
    public static readonly SchemaRule EncodingAdded = new("content-encoding-added")
    {
        Message = "{0} must be encoded as {2}.",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = "A request with a string that is not encoded like this is rejected.",
        Remedy = "Encode the string.",
        Example = "contentEncoding: base64 is added",
        Find = schemas => Find(schemas, "contentEncoding", ContentChange.Added),
    };

    public static readonly SchemaRule EncodingRemoved = new("content-encoding-removed")
    {
        Message = "{0} is no longer encoded as {1}.",
        InRequest = Compatible,
        InResponse = Breaking,
        Why = "Code that decodes the string fails on other strings.",
        Remedy = "Read the string as it is.",
        Example = "contentEncoding: base64 is removed",
        Find = schemas => Find(schemas, "contentEncoding", ContentChange.Removed),
    };

    public static readonly SchemaRule EncodingChanged = new("content-encoding-changed")
    {
        Message = "The encoding of {0} changed from {1} to {2}.",
        InRequest = Breaking,
        InResponse = Breaking,
        Why = "A string in one encoding cannot be read in another.",
        Remedy = "Encode and decode the string in the new way.",
        Example = "contentEncoding: base64 becomes contentEncoding: base32",
        Find = schemas => Find(schemas, "contentEncoding", ContentChange.Changed),
    };

    public static readonly SchemaRule MediaTypeAdded = new("content-media-type-added")
    {
        Message = "{0} must contain {2}.",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = "A request with a string of another media type is rejected.",
        Remedy = "Send a string of this media type.",
        Example = "contentMediaType: application/json is added",
        Find = schemas => Find(schemas, "contentMediaType", ContentChange.Added),
    };

    public static readonly SchemaRule MediaTypeRemoved = new("content-media-type-removed")
    {
        Message = "{0} no longer has to contain {1}.",
        InRequest = Compatible,
        InResponse = Breaking,
        Why = "Code that reads the string as this media type fails on others.",
        Remedy = "Handle other strings.",
        Example = "contentMediaType: application/json is removed",
        Find = schemas => Find(schemas, "contentMediaType", ContentChange.Removed),
    };

    public static readonly SchemaRule MediaTypeChanged = new("content-media-type-changed")
    {
        Message = "The media type in {0} changed from {1} to {2}.",
        InRequest = Breaking,
        InResponse = Breaking,
        Why = "A string of one media type cannot be read as another.",
        Remedy = "Send and read the new media type.",
        Example = "contentMediaType: image/png becomes contentMediaType: image/webp",
        Find = schemas => Find(schemas, "contentMediaType", ContentChange.Changed),
    };

    public static readonly DiffRule ContentSchemaAdded = new("content-schema-added")
    {
        Message = "The content of {0} must match a schema: {2} (before: {1}).",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = "A request with other content is rejected.",
        Remedy = "Check the content of the string.",
        Example = "contentSchema: {type: object} is added",
    };

    public static readonly DiffRule ContentSchemaRemoved = new("content-schema-removed")
    {
        Message = "The content of {0} no longer has to match the schema {1} (now: {2}).",
        InRequest = Compatible,
        InResponse = Breaking,
        Why = "A response may contain other content.",
        Remedy = "Handle other content.",
        Example = "contentSchema: {type: object} is removed",
    };

    /// <summary>The rules about contentSchema.</summary>
    public static readonly NarrowingRules ContentSchemas = new(ContentSchemaAdded, ContentSchemaRemoved);

    private const string AnyBytes = "application/octet-stream";

    private enum ContentChange
    {
        Added,
        Removed,
        Changed,
    }

    private static IEnumerable<Change> Find(Sides<EffectiveSchema> schemas, string keyword, ContentChange wanted)
    {
        if (!schemas.All(schema => schema.Allows("string")))
        {
            return [];
        }

        // 3.0 writes contentEncoding: base64 as format: byte, and a string of any bytes as format: binary.
        var places = schemas.Select(schema => schema.Keyword(keyword, value => value.Text() is not null));
        var formats = schemas.Select(schema => schema.Keyword("format").Text());
        var isAnyKeyword = places.Any(place => place is not null);
        var (baseText, revisionText) = places
            .Select(Normal)
            .Zip(
                formats,
                (text, format) =>
                    keyword == "contentEncoding" && isAnyKeyword && format == "byte" ? text ?? "base64" : text
            );
        if (keyword == "contentMediaType" && formats.Any(format => format == "binary"))
        {
            baseText = baseText == AnyBytes ? null : baseText;
            revisionText = revisionText == AnyBytes ? null : revisionText;
        }

        var change = (baseText, revisionText) switch
        {
            (null, _) => ContentChange.Added,
            (_, null) => ContentChange.Removed,
            _ => ContentChange.Changed,
        };
        return baseText != revisionText && change == wanted
            ? [new(places.Base, places.Revision, baseText ?? "none", revisionText ?? "none")]
            : [];
    }

    // Encodings and media types have no case, and JSON is UTF-8 whether that is written or not.
    private static string? Normal(JToken? value) =>
        value
            .Text()
            ?.Replace(" ", "", StringComparison.Ordinal)
            .ToLowerInvariant()
            .Replace(";charset=utf-8", "", StringComparison.Ordinal);
}
