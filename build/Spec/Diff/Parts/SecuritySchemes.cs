using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>Reads the security schemes of a description.</summary>
internal static class SecuritySchemes
{
    /// <summary>Gets the schemes by name, references followed; malformed ones are left out.</summary>
    public static IReadOnlyDictionary<string, DiffSecurityScheme> Of(JObject root)
    {
        var schemes = new Dictionary<string, DiffSecurityScheme>(StringComparer.Ordinal);
        foreach (var scheme in (root["components"].Member("securitySchemes") as JObject ?? []).Properties())
        {
            if (scheme.Value is JObject written && References.TryResolve(root, written) is { } node)
            {
                schemes[scheme.Name] = new DiffSecurityScheme(scheme.Name, node);
            }
        }

        return schemes;
    }

    /// <summary>
    /// Finds the schemes that have another name but the same content; name in the base to name in the revision.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Renamed(Sides<JObject> roots)
    {
        var schemes = roots.Select(Of);
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        var added = schemes.Revision.Values.Where(scheme => !schemes.Base.ContainsKey(scheme.Name)).ToList();
        foreach (var scheme in schemes.Base.Values.Where(scheme => !schemes.Revision.ContainsKey(scheme.Name)))
        {
            var facts = scheme.Facts;
            if (added.Find(other => other.Facts == facts) is { } partner)
            {
                renamed[scheme.Name] = partner.Name;
                added.Remove(partner);
            }
        }

        return renamed;
    }
}
