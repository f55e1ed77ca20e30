using Pinterest.OpenApi.Spec.Operations;

namespace Pinterest.OpenApi.Spec.Generation.Emit;

/// <summary>An operation with its C# names.</summary>
/// <param name="Group">The group, for example Pins.</param>
/// <param name="Method">The method without Async, for example Create.</param>
/// <param name="Facts">What the description says of it.</param>
internal sealed record NamedOperation(CSharpCode Group, CSharpCode Method, OperationFacts Facts)
{
    /// <summary>Orders operations by the name of their group.</summary>
    public static IOrderedEnumerable<NamedOperation> ByGroup(IEnumerable<NamedOperation> operations) =>
        operations.OrderBy(operation => operation.Group.ToString(), StringComparer.Ordinal);
}
