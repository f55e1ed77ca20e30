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
        Why = "Calls of it fail.",
        Remedy = "Find another operation.",
        Example = "GET /boards goes",
        Find = operations => PairChanges.OfRemoved(operations, removed => Change.Removed(removed.Node, removed.Name)),
    };

    public static readonly PairRule<DiffOperation> OperationAdded = new("operation-added")
    {
        Area = "operation",
        Message = "The operation {0} was added.",
        InRequest = Compatible,
        Why = RuleTexts.Harmless,
        Remedy = "Nothing.",
        Example = "GET /boards comes",
        Find = operations => PairChanges.OfAdded(operations, added => Change.Added(added.Node, added.Name)),
    };

    public static readonly PairRule<DiffOperation> OperationIdChanged = new("operation-id-changed")
    {
        Area = "operation",
        Message = "The operationId of {0} changed from {1} to {2}.",
        InRequest = Compatible,
        Why = "The wire is the same; generated names may change.",
        Remedy = "Look at the client's verdict.",
        Example = "boards/list becomes boards/get_all",
        Find = operations => FindText(operations, "operationId"),
    };

    public static readonly PairRule<DiffOperation> TagsChanged = new("tags-changed")
    {
        Area = "operation",
        Message = "The groups of {0} changed from {1} to {2}.",
        InRequest = Compatible,
        Why = "The wire is the same; generated names may change.",
        Remedy = "Look at the client's verdict.",
        Example = "tags: [pins] becomes [media]",
        Find = FindGroups,
    };

    public static readonly PairRule<DiffOperation> OperationDeprecated = new("operation-deprecated")
    {
        Area = "operation",
        Message = "{0} is deprecated now.",
        InRequest = Compatible,
        Why = "It works still.",
        Remedy = "Plan to do without it.",
        Example = "deprecated: true comes",
        Find = operations => FindDeprecation(operations, isSet: true),
    };

    public static readonly PairRule<DiffOperation> OperationUndeprecated = new("operation-undeprecated")
    {
        Area = "operation",
        Message = "{0} is no longer deprecated.",
        InRequest = Compatible,
        Why = "It stays.",
        Remedy = "Nothing.",
        Example = "deprecated: true goes",
        Find = operations => FindDeprecation(operations, isSet: false),
    };

    public static readonly PairRule<DiffOperation> SunsetChanged = new("sunset-changed")
    {
        Area = "operation",
        Message = "The end of {0} changed from {1} to {2}.",
        InRequest = Compatible,
        Why = "It works until then.",
        Remedy = "Be done without it by then.",
        Example = "x-sunset changes",
        Find = operations => FindText(operations, "x-sunset"),
    };

    public static readonly PairRule<DiffOperation> RateCategoryChanged = new("rate-category-changed")
    {
        Area = "operation",
        Message = "The rate category of {0} changed from {1} to {2}.",
        InRequest = PotentiallyBreaking,
        Why = "Another allowance is used up.",
        Remedy = "Check how many calls you make in that category.",
        Example = "x-ratelimit-category changes",
        Find = operations => FindText(operations, "x-ratelimit-category"),
    };

    public static readonly PairRule<DiffOperation> SandboxDisabled = new("sandbox-disabled")
    {
        Area = "operation",
        Message = "Pinterest's sandbox no longer serves {0}.",
        InRequest = PotentiallyBreaking,
        Why = "Tests against the sandbox fail.",
        Remedy = "Test without it.",
        Example = "x-sandbox: enabled becomes disabled",
        Find = operations => FindSandbox(operations, isServed: false),
    };

    public static readonly PairRule<DiffOperation> SandboxEnabled = new("sandbox-enabled")
    {
        Area = "operation",
        Message = "Pinterest's sandbox serves {0} now.",
        InRequest = Compatible,
        Why = RuleTexts.Harmless,
        Remedy = "Nothing.",
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
                both.Base.Groups.SequenceEqual(both.Revision.Groups)
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
