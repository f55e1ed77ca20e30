using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Pacts.Parameters;

/// <summary>What a request holds of a parameter.</summary>
/// <param name="Values">The values that the texts can mean; one of them must be allowed. None when nothing was
/// sent.</param>
/// <param name="Problem">Why the texts mean no value, or null.</param>
internal sealed record ParameterReading(IReadOnlyList<JToken> Values, string? Problem)
{
    /// <summary>Gets the reading of a parameter that was not sent.</summary>
    public static ParameterReading Nothing { get; } = new([], null);

    /// <summary>Gets the recorded texts, for messages.</summary>
    public string Recorded { get; init; } = "";
}
