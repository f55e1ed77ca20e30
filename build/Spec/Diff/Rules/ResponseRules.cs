using Pinterest.OpenApi.Spec.Diff.Parts;
using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rules about the statuses that an operation lists.</summary>
internal static class ResponseRules
{
    public static readonly PairRule<DiffResponse> SuccessStatusRemoved = new("success-status-removed")
    {
        Area = "response",
        Message = "{0} no longer returns the success status {1}.",
        InRequest = Breaking,
        Why = "Code that expects this status fails.",
        Remedy = "Accept every 2xx status.",
        Example = "200 becomes 201",
        Find = responses => FindRemoved(responses, isSuccess: true),
    };

    public static readonly PairRule<DiffResponse> SuccessStatusAdded = new("success-status-added")
    {
        Area = "response",
        Message = "{0} can now also return the success status {2}.",
        InRequest = Compatible,
        Why = "Every 2xx status is a success.",
        Remedy = "Accept every 2xx status.",
        Example = "201 is added beside 200",
        Find = responses => FindAdded(responses, isSuccess: true),
    };

    public static readonly PairRule<DiffResponse> ErrorStatusRemoved = new("error-status-removed")
    {
        Area = "response",
        Message = "{0} no longer lists the status {1}.",
        InRequest = Compatible,
        Why = "Code that handles the status still works.",
        Remedy = RuleTexts.NoAction,
        Example = "404 is removed",
        Find = responses => FindRemoved(responses, isSuccess: false),
    };

    public static readonly PairRule<DiffResponse> ErrorStatusAdded = new("error-status-added")
    {
        Area = "response",
        Message = "{0} now lists the status {2}.",
        InRequest = Compatible,
        Why = "The server could return the status before.",
        Remedy = RuleTexts.NoAction,
        Example = "429 is added",
        Find = responses => FindAdded(responses, isSuccess: false),
    };

    public static readonly DiffRule StatusRangeNarrowed = new("status-range-narrowed")
    {
        Area = "response",
        Message = "{0} lists {2} instead of all statuses of {1}.",
        InRequest = Compatible,
        Why = "Code that handles every status of the range handles the remaining ones.",
        Remedy = RuleTexts.NoAction,
        Example = "2XX becomes 200",
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
