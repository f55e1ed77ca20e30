using Pinterest.OpenApi.Spec.Diff.Parts;
using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rules about the statuses that an operation lists.</summary>
internal static class ResponseRules
{
    public static readonly PairRule<DiffResponse> SuccessStatusRemoved = new("success-status-removed")
    {
        Area = "response",
        Message = "{0} no longer answers with success {1}.",
        InRequest = Breaking,
        Why = "Who expects that status fails.",
        Remedy = "Accept every 2xx.",
        Example = "200 becomes 201",
        Find = responses => FindRemoved(responses, isSuccess: true),
    };

    public static readonly PairRule<DiffResponse> SuccessStatusAdded = new("success-status-added")
    {
        Area = "response",
        Message = "{0} may answer with success {2} too.",
        InRequest = Compatible,
        Why = "Every 2xx is a success.",
        Remedy = "Accept every 2xx.",
        Example = "201 comes beside 200",
        Find = responses => FindAdded(responses, isSuccess: true),
    };

    public static readonly PairRule<DiffResponse> ErrorStatusRemoved = new("error-status-removed")
    {
        Area = "response",
        Message = "{0} no longer names the status {1}.",
        InRequest = Compatible,
        Why = RuleTexts.Harmless,
        Remedy = "Nothing.",
        Example = "404 goes",
        Find = responses => FindRemoved(responses, isSuccess: false),
    };

    public static readonly PairRule<DiffResponse> ErrorStatusAdded = new("error-status-added")
    {
        Area = "response",
        Message = "{0} names the status {2}.",
        InRequest = Compatible,
        Why = "It could come before, too.",
        Remedy = "Nothing.",
        Example = "429 comes",
        Find = responses => FindAdded(responses, isSuccess: false),
    };

    private static IEnumerable<Change> FindRemoved(Sides<DiffResponse?> responses, bool isSuccess) =>
        responses.Base?.IsSuccess == isSuccess
            ? PairChanges.OfRemoved(
                responses,
                removed => Change.Removed(removed.Written, removed.Status) with { NamedPlace = removed.Operation }
            )
            : [];

    private static IEnumerable<Change> FindAdded(Sides<DiffResponse?> responses, bool isSuccess) =>
        responses.Revision?.IsSuccess == isSuccess
            ? PairChanges.OfAdded(
                responses,
                added => Change.Added(added.Written, added.Status) with { NamedPlace = added.Operation }
            )
            : [];
}
