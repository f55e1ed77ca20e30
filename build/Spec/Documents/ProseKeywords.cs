namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>Keywords that hold prose, examples or presentation, which say nothing about the wire.</summary>
internal static class ProseKeywords
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "summary",
        "description",
        "title",
        "example",
        "examples",
        "externalDocs",
        "contact",
        "termsOfService",
        "x-codeSamples",
        "x-code-samples",
        "x-display-name",
        "x-displayName",
        "x-tagGroups",
        "x-logo",
    };

    /// <summary>Tells whether a keyword is one of them. A property of such a name is none.</summary>
    public static bool Contains(string keyword) => Names.Contains(keyword);
}
