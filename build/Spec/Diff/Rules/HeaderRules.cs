using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rules about response headers.</summary>
internal static class HeaderRules
{
    public static readonly DiffRule HeaderRemoved = new("header-removed")
    {
        Area = "header",
        Message = "The {0} was removed.",
        InResponse = PotentiallyBreaking,
        Why = "Readers miss it.",
        Remedy = "Do without it.",
        Example = "an optional response header goes",
    };

    public static readonly DiffRule RequiredHeaderRemoved = new("required-header-removed")
    {
        Area = "header",
        Message = "The {0}, which was always there, was removed.",
        InResponse = Breaking,
        Why = "Readers miss it.",
        Remedy = "Do without it.",
        Example = "a required response header goes",
    };

    public static readonly DiffRule HeaderAdded = new("header-added")
    {
        Area = "header",
        Message = "The {0} was added.",
        InResponse = Compatible,
        Why = RuleTexts.Harmless,
        Remedy = "Nothing.",
        Example = "a response header comes",
    };

    public static readonly DiffRule HeaderBecameOptional = new("header-became-optional")
    {
        Area = "header",
        Message = "The {0} may be missing now.",
        InResponse = Breaking,
        Why = "A reader that relies on it fails.",
        Remedy = "Let the reader do without it.",
        Example = "required: true goes",
    };

    public static readonly DiffRule HeaderBecameRequired = new("header-became-required")
    {
        Area = "header",
        Message = "The {0} is always there now.",
        InResponse = Compatible,
        Why = RuleTexts.Harmless,
        Remedy = "Nothing.",
        Example = "required: true comes",
    };
}
