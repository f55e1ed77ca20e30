using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>Says of a recorded value what a schema does not allow.</summary>
internal static class ValueProblems
{
    /// <summary>Describes what a schema does not allow.</summary>
    /// <param name="place">The place of the value in the interaction.</param>
    /// <param name="value">The recorded value.</param>
    /// <param name="found">What the schema does not allow, with places inside the value.</param>
    public static IEnumerable<InteractionProblem> Of(string place, JToken value, IReadOnlyList<SchemaProblem> found) =>
        found.Select(problem => new InteractionProblem(
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
