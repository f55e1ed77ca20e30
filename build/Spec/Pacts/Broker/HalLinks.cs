using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Pacts.Broker;

/// <summary>The links of a HAL resource.</summary>
internal static class HalLinks
{
    /// <summary>Gives the target of a link with its variables filled in, or null.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="relation">The relation. Example: pb:publish-verification-results.</param>
    /// <param name="values">The values of the variables of the target.</param>
    public static string? Link(this JObject resource, string relation, params (string Name, string Value)[] values)
    {
        var link = resource["_links"].Member(relation);
        var target = (link is JArray list ? list.FirstOrDefault() : link).Member("href").Text();
        foreach (var (name, value) in values)
        {
            target = target?.Replace($"{{{name}}}", Uri.EscapeDataString(value), StringComparison.Ordinal);
        }

        return target;
    }
}
