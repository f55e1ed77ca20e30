using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Compare;
using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rule over words.</summary>
internal static class DocumentationRule
{
    public static readonly DiffRule Rule = new(
        "documentation-changed",
        "documentation",
        "The text '{2}' of {0} changed.",
        Documentation,
        Documentation,
        "Words may say what the rest cannot: read them.",
        "Read the new text.",
        "a description changes"
    );

    private static readonly string[] Keywords =
    [
        "title",
        "summary",
        "description",
        "example",
        "examples",
        "externalDocs",
    ];

    public static void Compare(Comparison comparison, JObject before, JObject after)
    {
        foreach (var keyword in Keywords)
        {
            var (old, now) = (before[keyword], after[keyword]);

            // Not the words themselves: they may be long, and are not ours to repeat.
            if (!JToken.DeepEquals(old, now))
            {
                comparison.Add(
                    Rule,
                    Direction.None,
                    new Change(old ?? (now is null ? null : before), now ?? after, null, keyword)
                );
            }
        }
    }
}
