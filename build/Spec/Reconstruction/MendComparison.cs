using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Reconstruction;

/// <summary>Holds the mends of a reconstruction against Pinterest's own description, once that is at hand.</summary>
internal static class MendComparison
{
    /// <summary>Compares.</summary>
    /// <param name="mends">The mends of the reconstruction.</param>
    /// <param name="original">Pinterest's own description of the same release.</param>
    /// <returns>One line a mend that the original contradicts; none when it has every mended fact.</returns>
    public static IReadOnlyList<string> Contradictions(IReadOnlyList<Mend> mends, JObject original) =>
        [
            .. from mend in mends
            let contradicted = mend.Actions.Where(action => !Agrees(original, mend, action)).ToList()
            where contradicted.Count > 0
            select $"The original contradicts the mend {mend.Id} at {contradicted[0]["target"]} ({mend.Reason})",
        ];

    private static bool Agrees(JObject original, Mend mend, JObject action)
    {
        var places = Select(original, action);
        if (!action["remove"].IsTrue())
        {
            return places.Count > 0 && places.All(place => Has(place, action["update"]));
        }

        // What is removed only to be written anew is compared as what is written.
        return places.Count == 0 || mend.Actions.Any(other => other["update"] is not null);
    }

    private static List<JToken> Select(JObject original, JObject action)
    {
        try
        {
            return [.. original.SelectTokens(action["target"].Text() ?? "$.none")];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    // The original has prose besides; a list of names may stand in another order.
    private static bool Has(JToken? place, JToken? fact) =>
        (place, fact) switch
        {
            (JObject node, JObject facts) => facts.Properties().All(member => Has(node[member.Name], member.Value)),
            (JArray list, JArray facts) => list.Count == facts.Count
                && facts.All(item => list.Any(own => Has(own, item))),
            (JArray list, { } item) => list.Any(own => Has(own, item)),
            _ => JToken.DeepEquals(place, fact),
        };
}
