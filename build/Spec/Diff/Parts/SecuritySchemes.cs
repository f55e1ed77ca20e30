using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>Reads the security schemes of a description.</summary>
internal static class SecuritySchemes
{
    /// <summary>Gives the schemes by name; none when one of them is malformed.</summary>
    public static JObject Of(JObject root)
    {
        var schemes = root["components"].Member("securitySchemes") as JObject ?? [];
        return schemes.Properties().All(scheme => scheme.Value is JObject) ? schemes : [];
    }

    /// <summary>
    /// Finds the schemes that have another name but the same content; name in the base to name in the revision.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Renamed(Sides<JObject> roots)
    {
        var schemes = roots.Select(Of);
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var scheme in schemes.Base.Properties().Where(scheme => schemes.Revision[scheme.Name] is null))
        {
            var partner = schemes
                .Revision.Properties()
                .FirstOrDefault(other =>
                    schemes.Base[other.Name] is null
                    && !renamed.ContainsValue(other.Name)
                    && JToken.DeepEquals(WithoutText(other.Value), WithoutText(scheme.Value))
                );
            if (partner is not null)
            {
                renamed[scheme.Name] = partner.Name;
            }
        }

        return renamed;
    }

    private static JToken WithoutText(JToken scheme)
    {
        var plain = scheme.DeepClone();
        (plain as JObject)?.Remove("description");
        return plain;
    }
}
