using Newtonsoft.Json.Linq;
using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rule about texts.</summary>
internal static class DocumentationRules
{
    public static readonly DiffRule DocumentationChanged = new("documentation-changed")
    {
        Area = "documentation",
        Message = "The text '{2}' of {0} changed.",
        InRequest = Documentation,
        InResponse = Documentation,
        Why = "A text may announce what the rest of the description does not show.",
        Remedy = "Read the new text.",
        Example = "a description changes",
    };

    private static readonly string[] Keywords =
    [
        "title",
        "summary",
        "description",
        "example",
        "examples",
        "externalDocs",
    ];

    /// <summary>
    /// Finds the texts that differ. The finding names the keyword and does not quote the texts, which may be long.
    /// </summary>
    public static IEnumerable<Change> Find(Sides<JObject> nodes)
    {
        foreach (var keyword in Keywords)
        {
            var texts = nodes.Select(node => node[keyword]);
            if (!JToken.DeepEquals(texts.Base, texts.Revision))
            {
                yield return new Change(
                    texts.Base ?? (texts.Revision is null ? null : nodes.Base),
                    texts.Revision ?? nodes.Revision,
                    null,
                    keyword
                );
            }
        }
    }
}
