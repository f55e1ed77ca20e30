using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Generation.Naming;
using Pinterest.OpenApi.Spec.Operations;

namespace Pinterest.OpenApi.Spec.Generation;

/// <summary>A description in the form that NSwag turns into a correct client.</summary>
internal sealed record NormalisedDescription
{
    /// <summary>Gets the document for NSwag.</summary>
    public required JObject Root { get; init; }

    /// <summary>Gets the operations as the description has them.</summary>
    public required OperationCatalogue Catalogue { get; init; }

    /// <summary>Gets every public name.</summary>
    public required NameRegistry Names { get; init; }

    /// <summary>Gets the C# type of each component schema of the description.</summary>
    public required IReadOnlyDictionary<string, string> ComponentTypes { get; init; }

    /// <summary>Gets how many places each pass changed.</summary>
    public required IReadOnlyList<PassCount> Counts { get; init; }

    /// <summary>
    /// Gets the decisions that name nothing in this description; none for the pinned one. Whoever pins it removes or
    /// corrects them.
    /// </summary>
    public IReadOnlyList<OpenDecision> StaleDecisions { get; init; } = [];

    /// <summary>Gives the C# type of a component schema, or null.</summary>
    public string? TypeOf(string component) => ComponentTypes.GetValueOrDefault(component);
}
