using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation.Naming;

namespace Pinterest.OpenApi.Spec.Generation.Documentation;

/// <summary>
/// Says what a member or a parameter is: by the glossary, or else by the words of its name and by its type. A unit is
/// named only where the name has it. Example: <c>bid_in_micro_currency</c> of a campaign gives "the bid of the
/// campaign, in micro-currency".
/// </summary>
internal static class MemberSentences
{
    // Words of a model that say what it is used for, and not what it is.
    private static readonly HashSet<string> Uses = new(StringComparer.Ordinal)
    {
        "request",
        "response",
        "create",
        "update",
        "body",
        "item",
        "data",
        "batch",
        "read",
        "optional",
        "attributes",
        "metadata",
    };

    private static readonly Dictionary<string, string> Spellings = new(StringComparer.Ordinal)
    {
        ["url"] = "URL",
        ["urls"] = "URLs",
        ["csv"] = "CSV",
        ["ios"] = "iOS",
        ["android"] = "Android",
        ["gtin"] = "GTIN",
        ["pin"] = "Pin",
        ["pins"] = "Pins",
        ["pinterest"] = "Pinterest",
        ["api"] = "API",
        ["cpc"] = "CPC",
        ["cpm"] = "CPM",
        ["http"] = "HTTP",
        ["mmm"] = "MMM",
        ["pmp"] = "PMP",
        ["roas"] = "ROAS",
        ["sku"] = "SKU",
        ["ssio"] = "SSIO",
    };

    /// <summary>Gives the summary of a member.</summary>
    /// <param name="context">The document, and the glossary.</param>
    /// <param name="model">The C# name of its model.</param>
    /// <param name="name">The name of the member in JSON.</param>
    /// <param name="schema">The schema of its values.</param>
    public static string Member(NormalisationContext context, string model, string name, JObject schema) =>
        $"Gets or sets {Phrase(context, name, schema, OwnerWords(model)) ?? $"the member `{name}`"}.";

    /// <summary>Gives the sentence of a parameter.</summary>
    /// <param name="context">The document, and the glossary.</param>
    /// <param name="name">The name of the parameter on the wire.</param>
    /// <param name="schema">The schema of its values.</param>
    public static string Parameter(NormalisationContext context, string name, JObject schema) =>
        Phrase(context, name, schema, null) is { } phrase ? $"{Phrases.Capital(phrase)}." : $"The parameter `{name}`.";

    /// <summary>Gives what a model is about: CampaignCreateRequest is about a campaign.</summary>
    /// <param name="model">The C# name of a model.</param>
    public static string OwnerWords(string model)
    {
        var words = Words.Split(model).Select(word => word.ToLowerInvariant()).ToList();
        while (words.Count > 1 && Uses.Contains(words[^1]))
        {
            words.RemoveAt(words.Count - 1);
        }

        if (words.Count > 1 && words[0] is "catalogs" or "nullable")
        {
            words.RemoveAt(0);
        }

        return Spelled(words);
    }

    private static string? Phrase(NormalisationContext context, string name, JObject schema, string? owner)
    {
        var target = context.Resolve(schema);
        var type = SchemaFacts.Type(target);
        if (context.Decisions.Glossary.Find(name, type, owner) is { } known)
        {
            return known;
        }

        var words = Words.Split(name).Select(word => word.ToLowerInvariant()).ToList();
        if (words.Count == 0)
        {
            return null;
        }

        if (IsProblem(name, owner))
        {
            return Problem(words, type);
        }

        return ByWords(words, target, type, owner is null ? "" : OfOwner(words, owner));
    }

    // The models of warnings and errors have a member for each kind of problem: LINE_LEVEL_INTERNAL_ERROR.
    private static bool IsProblem(string name, string? owner) =>
        owner is not null
        && (owner.EndsWith("errors", StringComparison.Ordinal) || owner.EndsWith("warnings", StringComparison.Ordinal))
        && name == name.ToUpperInvariant();

    private static string Problem(List<string> words, string? type) =>
        type is "integer"
            ? $"how many problems of this kind there are: {Spelled(words)}"
            : $"the details of this kind of problem: {Spelled(words)}";

    private static string ByWords(List<string> words, JObject target, string? type, string ofOwner) =>
        (words, type) switch
        {
            ([.. var of, "id"], "string" or "integer") when of.Count > 0 => $"the id of the {Spelled(of)}",
            ([.. var of, "ids"], "array") when of.Count > 0 => $"the ids of the {Spelled(Plural(of))}",
            ([.. var of, "count"], "integer" or "number") when of.Count > 0 =>
                $"the number of {Spelled(Plural(of))}{ofOwner}",
            (["num", .. var of], "integer" or "number") when of.Count > 0 => $"the number of {Spelled(of)}{ofOwner}",
            (["number", "of", .. var of], _) when of.Count > 0 => $"the number of {Spelled(of)}{ofOwner}",
            (_, "boolean") => $"the flag \"{Spelled(words)}\"{ofOwner}",
            ([.. var amount, "in", "micro", "currency"], _) when amount.Count > 0 =>
                $"the {Spelled(amount)}{ofOwner}, in micro-currency",
            ([.. var amount, "micro", "currency"], _) when amount.Count > 0 =>
                $"the {Spelled(amount)}{ofOwner}, in micro-currency",
            ([.. var distance, "in", "miles"], _) when distance.Count > 0 =>
                $"the {Spelled(distance)}{ofOwner}, in miles",
            _ when IsDictionary(target) => $"the {Spelled(words)}{ofOwner}, by key",
            _ => $"the {Spelled(words)}{ofOwner}",
        };

    // The campaign status of a campaign says the campaign once, and so does the brand of a brand filter.
    private static string OfOwner(List<string> words, string owner)
    {
        var own = owner.ToLowerInvariant().Split(' ').Select(Words.Singular).ToList();
        var said = words.Select(Words.Singular).ToList();
        return said.Contains(own[^1]) || said.TrueForAll(own.Contains) ? "" : $" of the {owner}";
    }

    private static bool IsDictionary(JObject schema) =>
        schema["additionalProperties"] is JObject && schema["properties"] is not JObject { Count: > 0 };

    private static List<string> Plural(List<string> words) =>
        words[^1].EndsWith('s') ? words : [.. words[..^1], PluralOf(words[^1])];

    private static string PluralOf(string word) =>
        word.EndsWith('y') && word.Length > 1 && !"aeiou".Contains(word[^2], StringComparison.Ordinal)
            ? word[..^1] + "ies"
            : word + "s";

    private static string Spelled(IEnumerable<string> words) =>
        string.Join(' ', words.Select(word => Spellings.GetValueOrDefault(word, word)));
}
