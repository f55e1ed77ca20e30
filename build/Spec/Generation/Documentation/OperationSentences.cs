using Pinterest.OpenApi.Spec.Generation.Naming;
using Pinterest.OpenApi.Spec.Operations;

namespace Pinterest.OpenApi.Spec.Generation.Documentation;

/// <summary>Sentences about an operation, made from its names and facts.</summary>
internal static class OperationSentences
{
    /// <summary>Says what an operation does by its names: Boards.ListPins gives "Lists pins (boards)."</summary>
    public static string Summary(string group, string method)
    {
        var words = Words.Split(method).Select(word => word.ToLowerInvariant()).ToList();
        var verb = words[0] switch
        {
            "analytics" => "Gets analytics of",
            var w when w.EndsWith('s') || w.EndsWith("sh", StringComparison.Ordinal) => Phrases.Capital(w) + "es",
            var w => Phrases.Capital(w) + "s",
        };
        return words.Count == 1
            ? $"{verb} {Phrases.Spaced(group)}."
            : $"{verb} {Article(words)}{string.Join(' ', words.Skip(1))} ({Phrases.Spaced(group)}).";
    }

    // "Creates a section", "gets the report", but "lists sections".
    private static string Article(List<string> words)
    {
        var noun = words[^1];
        if (words[0] is "list" || Words.Singular(noun) != noun || noun is "many" or "data")
        {
            return "";
        }

        if (words[0] is not "create")
        {
            return "the ";
        }

        return "aeiou".Contains(words[1][0], StringComparison.Ordinal) ? "an " : "a ";
    }

    /// <summary>Lists what else is known: authentication, rate category, sandbox, paging.</summary>
    public static IEnumerable<XmlText> Facts(OperationFacts facts)
    {
        foreach (var alternative in facts.Security)
        {
            yield return alternative.Scopes.Count == 0
                ? XmlText.Of($"Authentication: {alternative.Scheme}.")
                : XmlText.Of(
                    $"Authentication: {alternative.Scheme} with the scopes {string.Join(", ", alternative.Scopes)}."
                );
        }

        if (facts.RateCategory is not null)
        {
            yield return XmlText.Of($"Rate category: {facts.RateCategory}.");
        }

        if (facts.IsInSandbox is { } isInSandbox)
        {
            yield return isInSandbox
                ? XmlText.Of($"Works in Pinterest's sandbox.")
                : XmlText.Of($"Does not work in Pinterest's sandbox.");
        }

        if (facts.IsPaged)
        {
            yield return facts.MaximumPageSize is { } maximum
                ? XmlText.Of($"The result is paged. A page has at most {maximum} items.")
                : XmlText.Of($"The result is paged.");
        }

        if (facts.IsDeprecated)
        {
            yield return XmlText.Of($"Deprecated.");
        }
    }
}
