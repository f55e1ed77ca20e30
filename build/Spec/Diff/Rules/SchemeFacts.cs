using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>Compares what two security schemes of the same name say, without flows and scopes that one side lacks.</summary>
internal static class SchemeFacts
{
    private static readonly string[] Keywords = ["type", "name", "in", "scheme", "openIdConnectUrl"];
    private static readonly string[] FlowKeywords = ["authorizationUrl", "tokenUrl", "refreshUrl"];

    /// <summary>Finds the keywords of the scheme and of its flows that changed.</summary>
    public static IEnumerable<Change> FindChanged(Sides<DiffSecurityScheme> schemes)
    {
        foreach (var keyword in Keywords)
        {
            var values = schemes.Select(scheme => scheme.Node[keyword]);
            if (!JToken.DeepEquals(values.Base, values.Revision))
            {
                yield return Of(schemes, keyword, values);
            }
        }

        var flows = schemes.Select(scheme => scheme.Flows);
        foreach (var flow in flows.Base.Properties().Where(flow => flows.Revision[flow.Name] is not null))
        {
            foreach (var keyword in FlowKeywords)
            {
                var values = flows.Select(side => side[flow.Name].Member(keyword));
                if (!JToken.DeepEquals(values.Base, values.Revision))
                {
                    yield return Of(schemes, $"{flow.Name} {keyword}", values);
                }
            }
        }
    }

    private static Change Of(Sides<DiffSecurityScheme> schemes, string name, Sides<JToken?> values) =>
        new(
            values.Base,
            values.Revision,
            $"{name} {values.Base?.ToString() ?? "none"}",
            $"{name} {values.Revision?.ToString() ?? "none"}"
        )
        {
            NearestInBase = schemes.Base.Node,
            NearestInRevision = schemes.Revision.Node,
        };
}
