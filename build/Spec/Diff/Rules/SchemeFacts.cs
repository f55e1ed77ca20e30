using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>Compares what two security schemes of the same name say, without flows and scopes that one side lacks.</summary>
internal static class SchemeFacts
{
    private static readonly string[] FlowKeywords = ["authorizationUrl", "tokenUrl", "refreshUrl"];

    /// <summary>Finds how the scheme and its flows changed. All that says how credentials are sent is one change.</summary>
    public static IEnumerable<Change> FindChanged(Sides<DiffSecurityScheme> schemes)
    {
        var sent = schemes.Select(SentAs);
        if (sent.Base != sent.Revision)
        {
            yield return OfWhole(schemes);
        }

        var urls = schemes.Select(scheme => scheme.Node["openIdConnectUrl"]);
        if (!JToken.DeepEquals(urls.Base, urls.Revision) && sent.Base == sent.Revision)
        {
            yield return Of(schemes, "openIdConnectUrl", urls);
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

    /// <summary>Makes the change of all that says how credentials are sent.</summary>
    public static Change OfWhole(Sides<DiffSecurityScheme> schemes)
    {
        var texts = schemes.Select(TextOf);
        return new(schemes.Base.Node, schemes.Revision.Node, texts.Base, texts.Revision);
    }

    // The type counts too, though oauth2 and openIdConnect both send a bearer token.
    private static (string? Type, string Sent) SentAs(DiffSecurityScheme scheme) =>
        (scheme.Node["type"].Text(), scheme.Transport?.Text ?? TextOf(scheme));

    // Example: apiKey in header X-Key, oauth2, http basic.
    private static string TextOf(DiffSecurityScheme scheme)
    {
        var node = scheme.Node;
        return node["type"].Text() switch
        {
            "apiKey" => $"apiKey in {node["in"]} {node["name"]}",
            "http" => $"http {node["scheme"]}",
            var type => type ?? "no type",
        };
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
