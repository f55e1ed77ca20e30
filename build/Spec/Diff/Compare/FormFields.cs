using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>
/// The fields of a form, which are texts as parameters are. A field that is an object is JSON, unless its encoding says
/// otherwise.
/// </summary>
/// <param name="Encodings">How the fields are written; null where nothing is said.</param>
internal sealed record FormFields(Sides<JObject?> Encodings)
{
    private static readonly string[] StyleKeywords = ["style", "explode", "allowReserved"];

    /// <summary>Tells whether the members of a body of a media type are fields.</summary>
    public static bool AreIn(string mediaType) =>
        mediaType.StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal)
        || mediaType.StartsWith("multipart/", StringComparison.Ordinal);

    /// <summary>Tells how a field is written.</summary>
    /// <param name="name">The name; null for a field that has no schema of its own.</param>
    /// <param name="schemas">The schemas of its value.</param>
    public ValueWriting WritingOf(string? name, Sides<EffectiveSchema> schemas) =>
        Encodings.Select(encodings => name is null ? null : encodings?[name]).Zip(schemas, IsText).All(isText => isText)
            ? ValueWriting.Text
            : ValueWriting.Json;

    private static bool IsText(JToken? encoding, EffectiveSchema schema) =>
        encoding.Member("contentType").Text() is { } type
            ? type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            : StyleKeywords.Any(keyword => encoding.Member(keyword) is not null) || TextValues.Of(schema) is not null;
}
