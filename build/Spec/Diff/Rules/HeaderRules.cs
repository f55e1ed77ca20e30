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
        Why = "Code that reads the header no longer finds it.",
        Remedy = "Make the code work without the header.",
        Example = "an optional response header is removed",
        Find = headers => FindRemoved(headers, isRequired: false),
    };

    public static readonly PairRule<DiffHeader> RequiredHeaderRemoved = new("required-header-removed")
    {
        Area = "header",
        Message = "The required {0} was removed.",
        InResponse = Breaking,
        Why = "Code that reads the header no longer finds it.",
        Remedy = "Make the code work without the header.",
        Example = "a required response header is removed",
        Find = headers => FindRemoved(headers, isRequired: true),
    };

    public static readonly PairRule<DiffHeader> HeaderAdded = new("header-added")
    {
        Area = "header",
        Message = "The {0} was added.",
        InResponse = Compatible,
        Why = "Readers ignore headers that they do not know.",
        Remedy = RuleTexts.NoAction,
        Example = "a response header is added",
        Find = headers => PairChanges.OfAdded(headers, added => Change.Added(added.Node, added.Name)),
    };

    public static readonly PairRule<DiffHeader> HeaderBecameOptional = new("header-became-optional")
    {
        Area = "header",
        Message = "The {0} is no longer required.",
        InResponse = Breaking,
        Why = "Code that relies on the header fails when it is missing.",
        Remedy = "Handle a missing header.",
        Example = "required: true is removed",
        Find = headers => FindRequired(headers, isRequired: false),
    };

    public static readonly PairRule<DiffHeader> HeaderBecameRequired = new("header-became-required")
    {
        Area = "header",
        Message = "The {0} is now required.",
        InResponse = Compatible,
        Why = "Every response now has the header.",
        Remedy = RuleTexts.NoAction,
        Example = "required: true is added",
        Find = headers => FindRequired(headers, isRequired: true),
    };

    public static readonly DiffRule HeaderStyleChanged = new("header-style-changed")
    {
        Area = "header",
        Message = "The style of the {0} changed from {1} to {2}.",
        InRequest = Breaking,
        InResponse = Breaking,
        Why = "The same value is written as another text.",
        Remedy = "Read the header in the new style.",
        Example = "explode of a header that is an object: false becomes true",
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
