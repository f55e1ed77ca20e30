using Pinterest.OpenApi.Spec.Operations;

namespace Pinterest.OpenApi.Spec.Generation.Naming;

/// <summary>How the generated client calls an operation, by the locked names.</summary>
/// <param name="names">The names of the client.</param>
internal sealed class ClientCalls(NameRegistry names)
{
    /// <summary>Lists the calls of an operation; none where the client does not have it.</summary>
    /// <returns>For example pinterest.Pins.ListAsync(...) and pinterest.Pins.EnumerateAsync(...).</returns>
    public IReadOnlyList<string> Of(OperationFacts operation) =>
        names.Locked("groups", operation.Group) is { } group
            ?
            [
                .. new[] { "methods", "pagers" }
                    .Select(section => names.Locked(section, $"{operation.Group} {operation.Id}"))
                    .OfType<string>()
                    .Select(method => $"pinterest.{group}.{method}Async(...)"),
            ]
            : [];
}
