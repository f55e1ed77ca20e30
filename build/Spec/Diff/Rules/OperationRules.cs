using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Operations;
using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// The rules about operations themselves: whether they exist, their ids, groups, deprecation, rate category and
/// sandbox.
/// </summary>
internal static class OperationRules
{
    public static readonly PairRule<DiffOperation> OperationRemoved = new("operation-removed")
    {
        Area = "operation",
        Message = "The operation {0} was removed.",
        InRequest = Breaking,
        Why = "Calls to it fail.",
        Remedy = "Stop calling it, or call an operation that replaces it.",
        Example = "GET /boards is removed",
        Find = operations => PairChanges.OfRemoved(operations, removed => Change.Removed(removed.Node, removed.Name)),
    };

    public static readonly PairRule<DiffOperation> OperationAdded = new("operation-added")
    {
        Area = "operation",
        Message = "The operation {0} was added.",
        InRequest = Compatible,
        Why = "Existing calls are not affected.",
        Remedy = RuleTexts.NoAction,
        Example = "GET /boards is added",
        Find = operations => PairChanges.OfAdded(operations, added => Change.Added(added.Node, added.Name)),
    };

    public static readonly PairRule<DiffOperation> OperationIdChanged = new("operation-id-changed")
    {
        Area = "operation",
        Message = "The operationId of {0} changed from {1} to {2}.",
        InRequest = Compatible,
        Why = "Requests and responses stay the same, but names in generated code may change.",
        Remedy = "Check the names in your generated client.",
        Example = "boards/list becomes boards/get_all",
        Find = operations => FindText(operations, "operationId"),
    };

    public static readonly PairRule<DiffOperation> TagsChanged = new("tags-changed")
    {
        Area = "operation",
        Message = "The tags of {0} changed from {1} to {2}.",
        InRequest = Compatible,
        Why = "Requests and responses stay the same, but names in generated code may change.",
        Remedy = "Check the names in your generated client.",
        Example = "tags: [pins] becomes [media]",
        Find = FindGroups,
    };

    public static readonly PairRule<DiffOperation> OperationDeprecated = new("operation-deprecated")
    {
        Area = "operation",
        Message = "{0} is now deprecated.",
        InRequest = Compatible,
        Why = "It still works, but it may be removed later.",
        Remedy = "Plan to replace it.",
        Example = "deprecated: true is added",
        Find = operations => FindDeprecation(operations, isSet: true),
    };

    public static readonly PairRule<DiffOperation> OperationUndeprecated = new("operation-undeprecated")
    {
        Area = "operation",
        Message = "{0} is no longer deprecated.",
        InRequest = Compatible,
        Why = "It is no longer announced for removal.",
        Remedy = RuleTexts.NoAction,
        Example = "deprecated: true is removed",
        Find = operations => FindDeprecation(operations, isSet: false),
    };

    public static readonly PairRule<DiffOperation> SunsetChanged = new("sunset-changed")
    {
        Area = "operation",
        Message = "The sunset date of {0} changed from {1} to {2}.",
        InRequest = Compatible,
        Why = "The operation may be removed after its sunset date.",
        Remedy = "Stop calling the operation before that date.",
        Example = "x-sunset changes",
        Find = operations => FindText(operations, "x-sunset"),
    };

    public static readonly PairRule<DiffOperation> RateCategoryChanged = new("rate-category-changed")
    {
        Area = "operation",
        Message = "The rate limit category of {0} changed from {1} to {2}.",
        InRequest = PotentiallyBreaking,
        Why = "Calls now count against another limit.",
        Remedy = "Check how many calls you make in the new category.",
        Example = "x-ratelimit-category changes",
        Find = operations => FindText(operations, "x-ratelimit-category"),
    };

    public static readonly PairRule<DiffOperation> SandboxDisabled = new("sandbox-disabled")
    {
        Area = "operation",
        Message = "Pinterest's sandbox no longer serves {0}.",
        InRequest = PotentiallyBreaking,
        Why = "Tests that call the operation in the sandbox fail.",
        Remedy = "Test the operation against recorded responses.",
        Example = "x-sandbox: enabled becomes disabled",
        Find = operations => FindSandbox(operations, isServed: false),
    };

    public static readonly PairRule<DiffOperation> SandboxEnabled = new("sandbox-enabled")
    {
        Area = "operation",
        Message = "Pinterest's sandbox now serves {0}.",
        InRequest = Compatible,
        Why = "Existing calls are not affected.",
        Remedy = RuleTexts.NoAction,
        Example = "x-sandbox: disabled becomes enabled",
        Find = operations => FindSandbox(operations, isServed: true),
    };

    private static IEnumerable<Change> FindText(Sides<DiffOperation?> operations, string keyword) =>
        PairChanges.OfBoth(
            operations,
            both =>
                JToken.DeepEquals(both.Base.Node[keyword], both.Revision.Node[keyword])
                    ? []
                    : [Of(both, keyword, both.Select(operation => RuleTexts.InFull(operation.Node[keyword])))]
        );

    private static IEnumerable<Change> FindGroups(Sides<DiffOperation?> operations) =>
        PairChanges.OfBoth(
            operations,
            both =>
                both.Base.Groups.ToHashSet().SetEquals(both.Revision.Groups)
                    ? []
                    : [Of(both, "tags", both.Select(operation => string.Join(", ", operation.Groups)))]
        );

    private static IEnumerable<Change> FindDeprecation(Sides<DiffOperation?> operations, bool isSet) =>
        PairChanges.OfFlag(
            operations,
            operation => operation.Node["deprecated"].IsTrue(),
            isSet,
            both => Of(both, "deprecated")
        );

    // An operation that says nothing is not served.
    private static IEnumerable<Change> FindSandbox(Sides<DiffOperation?> operations, bool isServed) =>
        PairChanges.OfFlag(
            operations,
            operation => SandboxFlag.Read(operation.Node["x-sandbox"]) is true,
            isServed,
            both => Of(both, "x-sandbox")
        );

    private static Change Of(Sides<DiffOperation> operations, string keyword, Sides<string> texts = default) =>
        new(operations.Base.Node[keyword], operations.Revision.Node[keyword], texts.Base, texts.Revision)
        {
            NearestInBase = operations.Base.Node,
            NearestInRevision = operations.Revision.Node,
        };
}
