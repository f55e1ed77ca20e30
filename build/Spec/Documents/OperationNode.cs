using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>An operation where it stands in a document: a method of a path.</summary>
internal sealed record OperationNode
{
    /// <summary>Gets the path template, for example /pins/{pin_id}.</summary>
    public required string Path { get; init; }

    /// <summary>
    /// Gets the HTTP method as the document writes it: in lower case, or, of additionalOperations (3.2), as it is sent.
    /// </summary>
    public required string Method { get; init; }

    /// <summary>Gets the path item, which may declare parameters for all its operations.</summary>
    public required JObject PathItem { get; init; }

    /// <summary>Gets the operation object.</summary>
    public required JObject Node { get; init; }

    /// <summary>
    /// Gets the operationId. Only a description that was read to be compared can lack it; there method and path stand
    /// for it.
    /// </summary>
    public string Id => Node["operationId"].Text() ?? $"{Method} {Path}";

    /// <summary>Gets the first tag, which decides the group; <c>untagged</c> for an operation without tags.</summary>
    public string Tag => (Node["tags"] as JArray)?.FirstOrDefault().Text() ?? "untagged";

    /// <summary>Gets the parameters of the operation itself, as they are written.</summary>
    public IEnumerable<JObject> OwnParameters => (Node["parameters"] as JArray ?? []).OfType<JObject>();

    private IEnumerable<JObject> PathParameters => (PathItem["parameters"] as JArray ?? []).OfType<JObject>();

    /// <summary>
    /// Gets the parameters of the operation, then those of its path, as they are written: some are references.
    /// </summary>
    public IEnumerable<JObject> WrittenParameters => OwnParameters.Concat(PathParameters);

    /// <summary>
    /// Lists the parameters that hold: those of the path, then those of the operation. A later one replaces an earlier
    /// one that has the same name and place.
    /// </summary>
    /// <param name="resolve">Follows a reference; null when it leads nowhere.</param>
    public IEnumerable<ParameterNode> EffectiveParameters(Func<JObject, JObject?> resolve) =>
        PathParameters
            .Concat(OwnParameters)
            .Select(written => resolve(written) is { } node ? new ParameterNode(written, node) : null)
            .OfType<ParameterNode>()
            .GroupBy(parameter => parameter.Key)
            .Select(same => same.Last());
}
