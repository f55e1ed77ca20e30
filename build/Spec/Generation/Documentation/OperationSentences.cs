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
            var w when w.EndsWith('s') || w.EndsWith("sh", StringComparison.Ordinal) => XmlText.Capital(w) + "es",
            var w => XmlText.Capital(w) + "s",
        };
        return words.Count == 1
            ? $"{verb} {XmlText.Spaced(group)}."
            : $"{verb} {string.Join(' ', words.Skip(1))} ({XmlText.Spaced(group)}).";
    }

    /// <summary>Lists what else is known: authentication, rate category, sandbox, paging.</summary>
    public static IEnumerable<string> Facts(OperationFacts facts)
    {
        foreach (var alternative in facts.Security)
        {
            yield return alternative.Scopes.Count == 0
                ? $"Authentication: {alternative.Scheme}."
                : $"Authentication: {alternative.Scheme} with the scopes {string.Join(", ", alternative.Scopes)}.";
        }

        if (facts.RateCategory is not null)
        {
            yield return $"Rate category: {facts.RateCategory}.";
        }

        if (facts.IsInSandbox is { } isInSandbox)
        {
            yield return isInSandbox ? "Works in Pinterest's sandbox." : "Does not work in Pinterest's sandbox.";
        }

        if (facts.IsPaged)
        {
            yield return facts.MaximumPageSize is { } maximum ? $"Paged, up to {maximum} items a page." : "Paged.";
        }

        if (facts.IsDeprecated)
        {
            yield return "Deprecated.";
        }
    }
}
