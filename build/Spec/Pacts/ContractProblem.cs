using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>One difference between the recorded interaction and what is allowed, or what the provider returned.</summary>
/// <param name="Place">The place, for example request.query.page_size or response.body.items[0].id.</param>
/// <param name="Expected">The recorded value.</param>
/// <param name="Actual">The value that is allowed, or that the provider returned.</param>
/// <param name="Message">The problem, for a person.</param>
internal sealed record ContractProblem(string Place, string Expected, string Actual, string Message)
{
    /// <summary>Describes what a schema does not allow.</summary>
    /// <param name="place">The place of the value in the interaction.</param>
    /// <param name="value">The recorded value.</param>
    /// <param name="found">What the schema does not allow, with places inside the value.</param>
    public static IEnumerable<ContractProblem> Of(string place, JToken value, IReadOnlyList<SchemaProblem> found) =>
        found.Select(problem => new ContractProblem(
            Join(place, problem.Place),
            Recorded(value, problem.Place),
            "",
            problem.Message
        ));

    // request.body and items[0] give request.body.items[0]; request.body and [0] give request.body[0].
    private static string Join(string place, string inner)
    {
        if (inner.Length == 0)
        {
            return place;
        }

        return inner[0] == '[' ? place + inner : $"{place}.{inner}";
    }

    private static string Recorded(JToken value, string place)
    {
        try
        {
            return (place.Length == 0 ? value : value.SelectToken(place))?.PlainText() ?? "";
        }
        catch (JsonException)
        {
            // The name of the member is not a valid JSON path, so its value cannot be shown.
            return "";
        }
    }
}
