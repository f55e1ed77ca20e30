using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rules about the statuses that an operation lists.</summary>
internal static class ResponseRules
{
    public static readonly DiffRule SuccessStatusRemoved = new("success-status-removed")
    {
        Area = "response",
        Message = "{0} no longer answers with success {1}.",
        InRequest = Breaking,
        Why = "Who expects that status fails.",
        Remedy = "Accept every 2xx.",
        Example = "200 becomes 201",
    };

    public static readonly DiffRule SuccessStatusAdded = new("success-status-added")
    {
        Area = "response",
        Message = "{0} may answer with success {2} too.",
        InRequest = Compatible,
        Why = "Every 2xx is a success.",
        Remedy = "Accept every 2xx.",
        Example = "201 comes beside 200",
    };

    public static readonly DiffRule ErrorStatusRemoved = new("error-status-removed")
    {
        Area = "response",
        Message = "{0} no longer names the status {1}.",
        InRequest = Compatible,
        Why = RuleTexts.Harmless,
        Remedy = "Nothing.",
        Example = "404 goes",
    };

    public static readonly DiffRule ErrorStatusAdded = new("error-status-added")
    {
        Area = "response",
        Message = "{0} names the status {2}.",
        InRequest = Compatible,
        Why = "It could come before, too.",
        Remedy = "Nothing.",
        Example = "429 comes",
    };
}
