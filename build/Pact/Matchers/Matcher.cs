using System.Text.Json.Serialization;

namespace PactNet.Matchers;

/// <summary>A matcher in the form that the core reads inside a body, a header, a query parameter or a path.</summary>
internal sealed record Matcher(
    [property: JsonPropertyName("pact:matcher:type")] string Type,
    [property: JsonPropertyName("value")] object? Value
) : IMatcher
{
    [JsonPropertyName("regex")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Regex { get; init; }

    [JsonPropertyName("min")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Min { get; init; }

    [JsonPropertyName("max")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Max { get; init; }
}
