using Pinterest.OpenApi.Spec.Diff.Parts;
using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rules about response headers.</summary>
internal static class HeaderRules
{
    public static readonly PairRule<DiffHeader> HeaderRemoved = new("header-removed")
    {
        Area = "header",
        Message = "The {0} was removed.",
        InResponse = PotentiallyBreaking,
        Why = "Readers miss it.",
        Remedy = "Do without it.",
        Example = "an optional response header goes",
        Find = headers => FindRemoved(headers, isRequired: false),
    };

    public static readonly PairRule<DiffHeader> RequiredHeaderRemoved = new("required-header-removed")
    {
        Area = "header",
        Message = "The {0}, which was always there, was removed.",
        InResponse = Breaking,
        Why = "Readers miss it.",
        Remedy = "Do without it.",
        Example = "a required response header goes",
        Find = headers => FindRemoved(headers, isRequired: true),
    };

    public static readonly PairRule<DiffHeader> HeaderAdded = new("header-added")
    {
        Area = "header",
        Message = "The {0} was added.",
        InResponse = Compatible,
        Why = RuleTexts.Harmless,
        Remedy = "Nothing.",
        Example = "a response header comes",
        Find = headers => PairChanges.OfAdded(headers, added => Change.Added(added.Node, added.Name)),
    };

    public static readonly PairRule<DiffHeader> HeaderBecameOptional = new("header-became-optional")
    {
        Area = "header",
        Message = "The {0} may be missing now.",
        InResponse = Breaking,
        Why = "A reader that relies on it fails.",
        Remedy = "Let the reader do without it.",
        Example = "required: true goes",
        Find = headers => FindRequired(headers, isRequired: false),
    };

    public static readonly PairRule<DiffHeader> HeaderBecameRequired = new("header-became-required")
    {
        Area = "header",
        Message = "The {0} is always there now.",
        InResponse = Compatible,
        Why = RuleTexts.Harmless,
        Remedy = "Nothing.",
        Example = "required: true comes",
        Find = headers => FindRequired(headers, isRequired: true),
    };

    private static IEnumerable<Change> FindRemoved(Sides<DiffHeader?> headers, bool isRequired) =>
        headers.Base?.IsRequired == isRequired
            ? PairChanges.OfRemoved(headers, removed => Change.Removed(removed.Node, removed.Name))
            : [];

    private static IEnumerable<Change> FindRequired(Sides<DiffHeader?> headers, bool isRequired) =>
        PairChanges.OfFlag(
            headers,
            header => header.IsRequired,
            isRequired,
            both => new Change(both.Base.Node, both.Revision.Node)
        );
}
