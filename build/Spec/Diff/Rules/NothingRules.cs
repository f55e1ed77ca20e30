using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// The rules about schemas that allow no value: false in 3.1, and {not: {}}. Compare/SchemaComparer finds them, because
/// nothing else of such a schema is compared.
/// </summary>
internal static class NothingRules
{
    public static readonly DiffRule BecameNothing = new("schema-allows-nothing")
    {
        Message = "{0} allows no value now.",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = RuleTexts.Narrower,
        Remedy = "Do not send it.",
        Example = "items: {type: string} becomes items: false",
    };

    public static readonly DiffRule BecameSomething = new("schema-allows-values")
    {
        Message = "{0} allowed no value, and allows values now.",
        InRequest = Compatible,
        InResponse = Breaking,
        Why = RuleTexts.Wider,
        Remedy = RuleTexts.ReadMore,
        Example = "items: false becomes items: {type: string}",
    };
}
