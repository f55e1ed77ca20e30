using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// The rules about operations themselves: whether they exist, their ids, groups, deprecation, rate category and
/// sandbox.
/// </summary>
internal static class OperationRules
{
    public static readonly DiffRule OperationRemoved = new("operation-removed")
    {
        Area = "operation",
        Message = "The operation {0} was removed.",
        InRequest = Breaking,
        Why = "Calls of it fail.",
        Remedy = "Find another operation.",
        Example = "GET /boards goes",
    };

    public static readonly DiffRule OperationAdded = new("operation-added")
    {
        Area = "operation",
        Message = "The operation {0} was added.",
        InRequest = Compatible,
        Why = RuleTexts.Harmless,
        Remedy = "Nothing.",
        Example = "GET /boards comes",
    };

    public static readonly DiffRule OperationIdChanged = new("operation-id-changed")
    {
        Area = "operation",
        Message = "The operationId of {0} changed from {1} to {2}.",
        InRequest = Compatible,
        Why = "The wire is the same; generated names may change.",
        Remedy = "Look at the client's verdict.",
        Example = "boards/list becomes boards/get_all",
    };

    public static readonly DiffRule TagsChanged = new("tags-changed")
    {
        Area = "operation",
        Message = "The groups of {0} changed from {1} to {2}.",
        InRequest = Compatible,
        Why = "The wire is the same; generated names may change.",
        Remedy = "Look at the client's verdict.",
        Example = "tags: [pins] becomes [media]",
    };

    public static readonly DiffRule OperationDeprecated = new("operation-deprecated")
    {
        Area = "operation",
        Message = "{0} is deprecated now.",
        InRequest = Compatible,
        Why = "It works still.",
        Remedy = "Plan to do without it.",
        Example = "deprecated: true comes",
    };

    public static readonly DiffRule OperationUndeprecated = new("operation-undeprecated")
    {
        Area = "operation",
        Message = "{0} is no longer deprecated.",
        InRequest = Compatible,
        Why = "It stays.",
        Remedy = "Nothing.",
        Example = "deprecated: true goes",
    };

    public static readonly DiffRule SunsetChanged = new("sunset-changed")
    {
        Area = "operation",
        Message = "The end of {0} changed from {1} to {2}.",
        InRequest = Compatible,
        Why = "It works until then.",
        Remedy = "Be done without it by then.",
        Example = "x-sunset changes",
    };

    public static readonly DiffRule RateCategoryChanged = new("rate-category-changed")
    {
        Area = "operation",
        Message = "The rate category of {0} changed from {1} to {2}.",
        InRequest = PotentiallyBreaking,
        Why = "Another allowance is used up.",
        Remedy = "Check how many calls you make in that category.",
        Example = "x-ratelimit-category changes",
    };

    public static readonly DiffRule SandboxDisabled = new("sandbox-disabled")
    {
        Area = "operation",
        Message = "Pinterest's sandbox no longer serves {0}.",
        InRequest = PotentiallyBreaking,
        Why = "Tests against the sandbox fail.",
        Remedy = "Test without it.",
        Example = "x-sandbox: enabled becomes disabled",
    };

    public static readonly DiffRule SandboxEnabled = new("sandbox-enabled")
    {
        Area = "operation",
        Message = "Pinterest's sandbox serves {0} now.",
        InRequest = Compatible,
        Why = RuleTexts.Harmless,
        Remedy = "Nothing.",
        Example = "x-sandbox: disabled becomes enabled",
    };
}
