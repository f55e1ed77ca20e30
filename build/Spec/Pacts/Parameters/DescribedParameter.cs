using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Pacts.Parameters;

/// <summary>A parameter as a description declares it: also a header of a response and a field of a form are.</summary>
internal sealed record DescribedParameter
{
    // OpenAPI ignores parameters of these names: the media types and the security schemes declare them.
    private static readonly string[] IgnoredHeaders = ["Accept", "Content-Type", "Authorization"];

    /// <summary>Gets its name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets where it is sent: path, query, header or cookie.</summary>
    public required string Place { get; init; }

    /// <summary>Gets how a list or an object is written.</summary>
    public required StyleKeywords Style { get; init; }

    /// <summary>Gets what it may be, or null when nothing is said.</summary>
    public required JToken? Schema { get; init; }

    /// <summary>Gets the media type of its text, or null where style and explode say how it is written.</summary>
    public string? MediaType { get; init; }

    /// <summary>Gets whether it must be sent.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Gets whether it may be sent without a value.</summary>
    public bool AllowsEmptyValue { get; init; }

    /// <summary>Reads the parameters of an operation.</summary>
    /// <exception cref="SpecException">A parameter has neither a name nor a place, or its reference leads
    /// nowhere.</exception>
    public static IReadOnlyList<DescribedParameter> Of(SchemaModel model, OperationNode operation) =>
        [
            .. operation
                .EffectiveParameters(parameter => References.Resolve(model.Root, parameter))
                .Select(Of)
                .Where(parameter =>
                    parameter.Place != "header"
                    || !IgnoredHeaders.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase)
                ),
        ];

    /// <summary>Reads a header of a response.</summary>
    public static DescribedParameter OfHeader(string name, JObject header) => Of(name, "header", header);

    /// <summary>Gives a field of a form.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="encoding">How the media type says that it is written, or null.</param>
    /// <param name="schema">What it may be.</param>
    public static DescribedParameter OfField(string name, JObject? encoding, JToken? schema) =>
        new()
        {
            Name = name,
            Place = "query",
            Style = StyleKeywords.Of(encoding ?? [], "query"),
            Schema = schema,
            AllowsEmptyValue = true,
        };

    private static DescribedParameter Of(ParameterNode parameter) =>
        parameter is { Name: { } name, Place: { } place }
            ? Of(name, place, parameter.Node)
            : throw new SpecException(
                JsonPointer.Of(parameter.Node),
                "The parameter has no name or no place.",
                "Correct the description."
            );

    private static DescribedParameter Of(string name, string place, JObject node)
    {
        var content = (node["content"] as JObject)?.Properties().FirstOrDefault();
        return new DescribedParameter
        {
            Name = name,
            Place = place,
            Style = StyleKeywords.Of(node, place),
            Schema = content is null ? node["schema"] : content.Value.Member("schema"),
            MediaType = content?.Name,
            IsRequired = node["required"].IsTrue(),
            AllowsEmptyValue = node["allowEmptyValue"].IsTrue(),
        };
    }
}
