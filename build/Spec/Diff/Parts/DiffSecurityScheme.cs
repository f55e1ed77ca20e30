using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>A security scheme.</summary>
internal sealed record DiffSecurityScheme(string Name, JObject Node)
{
    /// <summary>Gets the OAuth flows; none when there are none.</summary>
    public JObject Flows => Node["flows"] as JObject ?? [];
}
