using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>Which keywords of a schema say something about its values, and which only describe it.</summary>
internal static class SchemaKeywords
{
    private static readonly HashSet<string> Annotations = new(StringComparer.Ordinal)
    {
        "title",
        "description",
        "$comment",
        "$defs",
        "definitions",
        "example",
        "examples",
        "default",
        "deprecated",
        "externalDocs",
        "readOnly",
        "writeOnly",
        "xml",
    };

    /// <summary>Tells whether a keyword allows and rejects nothing. Example: description, x-internal.</summary>
    public static bool IsAnnotation(string keyword) =>
        Annotations.Contains(keyword) || keyword.StartsWith("x-", StringComparison.Ordinal);

    /// <summary>Tells whether all keywords of a schema are annotations. Example: {}.</summary>
    public static bool AreAnnotations(JObject schema) => schema.Properties().All(member => IsAnnotation(member.Name));
}
