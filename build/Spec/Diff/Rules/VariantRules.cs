using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// The rules about the variants of a union (oneOf, anyOf). Compare/VariantComparer and Compare/UnionSwitch find them,
/// because they follow from how the variants of both sides were paired, and one pairing yields one rule.
/// </summary>
internal static class VariantRules
{
    public static readonly DiffRule VariantAdded = new("form-added")
    {
        Message = "{0} has a new variant: {2}.",
        InRequest = Compatible,
        InResponse = PotentiallyBreaking,
        Why =
            "Code that knows only the old variants will receive a new one. A client with open unions is not affected.",
        Remedy = "Handle unknown variants.",
        Example = "a variant is added to oneOf",
    };

    public static readonly DiffRule VariantRemoved = new("form-removed")
    {
        Message = "Variants of {0} were removed: {1}.",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = "A request with a removed variant is rejected.",
        Remedy = "Send one of the remaining variants.",
        Example = "a variant is removed from oneOf",
    };

    public static readonly DiffRule BecameUnion = new("became-union")
    {
        Message = "{0} now has several variants: {2}.",
        InRequest = PotentiallyBreaking,
        InResponse = PotentiallyBreaking,
        Why = "The tool cannot tell whether the old values and the variants are the same.",
        Remedy = "Check the values that you send and read against the variants.",
        Example = "a schema becomes oneOf",
    };

    public static readonly DiffRule BecameSingleVariant = new("became-single")
    {
        Message = "{0} now has one schema instead of these variants: {1}.",
        InRequest = PotentiallyBreaking,
        InResponse = Compatible,
        Why = "A request with a removed variant may be rejected.",
        Remedy = "Send values of the remaining schema.",
        Example = "oneOf becomes one schema",
    };

    public static readonly DiffRule BecameOtherSchema = new("became-another")
    {
        Message = "{0} now has one schema, {2}, which was not among its variants: {1}.",
        InRequest = PotentiallyBreaking,
        InResponse = PotentiallyBreaking,
        Why = "The tool cannot tell which of the old values match the new schema.",
        Remedy = "Check the values that you send and read against the new schema.",
        Example = "oneOf becomes another schema",
    };

    public static readonly DiffRule VariantsReplaced = new("forms-replaced")
    {
        Message = "{0} changed from {1} to {2}.",
        InRequest = Breaking,
        InResponse = Breaking,
        Why = "None of the old JSON types is allowed any more.",
        Remedy = "Send and read values of the new types.",
        Example = "a string becomes oneOf an object and an array",
    };

    public static readonly DiffRule VariantsOverlap = new("forms-overlap")
    {
        Message = "Values of {0} that were allowed match two variants now: {2}.",
        InRequest = Breaking,
        Why = "oneOf accepts a value that matches exactly one variant. A value that matches two is rejected.",
        Remedy = "Send values that match one variant only, or ask for anyOf.",
        Example = "{required: [a, b]} becomes oneOf [{required: [a]}, {required: [b]}]",
    };

    public static readonly DiffRule VariantsMayOverlap = new("forms-may-overlap")
    {
        Message = "Some values of {0} that were allowed may match two variants now: {2}.",
        InRequest = PotentiallyBreaking,
        Why = "oneOf accepts a value that matches exactly one variant. A value that matches two is rejected.",
        Remedy = "Send values that match one variant only, or ask for anyOf.",
        Example = "anyOf [A, B] becomes oneOf [A, B], and A and B have optional properties only",
    };

    public static readonly DiffRule VariantsSplit = new("forms-split")
    {
        Message = "{0} was split into variants, which still allow every value: {2}.",
        InRequest = Compatible,
        InResponse = Compatible,
        Why = "The variants together allow what the one schema allowed.",
        Remedy = RuleTexts.NoAction,
        Example = "{t: enum [a, b]} becomes oneOf [{t: a}, {t: b}]",
    };

    public static readonly DiffRule VariantsMerged = new("forms-merged")
    {
        Message = "The variants of {0} were merged into one schema, which still allows every value: {1}.",
        InRequest = Compatible,
        InResponse = Compatible,
        Why = "The one schema allows what the variants allowed.",
        Remedy = RuleTexts.NoAction,
        Example = "oneOf [{t: a}, {t: b}] becomes {t: enum [a, b]}",
    };
}
