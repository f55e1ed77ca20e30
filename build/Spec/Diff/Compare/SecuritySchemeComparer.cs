using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Compares the security schemes of two descriptions, with their flows and scopes.</summary>
internal static class SecuritySchemeComparer
{
    private static readonly string[] Keywords = ["type", "name", "in", "scheme", "openIdConnectUrl"];
    private static readonly string[] FlowKeywords = ["authorizationUrl", "tokenUrl", "refreshUrl"];

    public static void Compare(Comparison comparison, Sides<JObject> roots)
    {
        var schemes = roots.Select(SecuritySchemes.Of);
        var renamed = SecuritySchemes.Renamed(roots);
        foreach (var scheme in schemes.Base.Properties())
        {
            if (renamed.TryGetValue(scheme.Name, out var name))
            {
                comparison.Add(
                    SecurityRules.SchemeRenamed,
                    Direction.None,
                    new Change(scheme.Value, schemes.Revision[name], scheme.Name, name)
                );
            }
            else if (schemes.Revision[scheme.Name] is JObject partner)
            {
                var pair = new Sides<JObject>((JObject)scheme.Value, partner);
                CompareFacts(comparison, pair);
                FlowComparer.Compare(comparison, pair);
            }
            else
            {
                comparison.Add(SecurityRules.SchemeRemoved, Direction.None, Change.Removed(scheme.Value, scheme.Name));
            }
        }

        foreach (var scheme in schemes.Revision.Properties())
        {
            if (schemes.Base[scheme.Name] is null && !renamed.Values.Contains(scheme.Name))
            {
                comparison.Add(SecurityRules.SchemeAdded, Direction.None, Change.Added(scheme.Value, scheme.Name));
            }
        }
    }

    private static void CompareFacts(Comparison comparison, Sides<JObject> schemes)
    {
        foreach (var keyword in Keywords)
        {
            CompareFact(comparison, schemes, keyword, schemes.Select(scheme => scheme[keyword]));
        }

        var flows = schemes.Select(scheme => scheme["flows"] as JObject ?? []);
        foreach (var flow in flows.Base.Properties().Where(flow => flows.Revision[flow.Name] is not null))
        {
            foreach (var keyword in FlowKeywords)
            {
                CompareFact(
                    comparison,
                    schemes,
                    $"{flow.Name} {keyword}",
                    flows.Select(side => side[flow.Name].Member(keyword))
                );
            }
        }
    }

    private static void CompareFact(Comparison comparison, Sides<JObject> schemes, string name, Sides<JToken?> values)
    {
        if (!JToken.DeepEquals(values.Base, values.Revision))
        {
            comparison.Add(
                SecurityRules.SchemeChanged,
                Direction.None,
                new Change(
                    values.Base,
                    values.Revision,
                    $"{name} {values.Base?.ToString() ?? "none"}",
                    $"{name} {values.Revision?.ToString() ?? "none"}"
                )
                {
                    NearestInBase = schemes.Base,
                    NearestInRevision = schemes.Revision,
                }
            );
        }
    }
}
