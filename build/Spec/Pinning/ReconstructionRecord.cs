using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Pinning;

/// <summary>What <c>openapi/pin.json</c> says of a reconstruction; the mends are in <c>openapi/reconstruction.json</c>.</summary>
/// <param name="OverlaySha256">The hash of openapi/reconstruction.json.</param>
/// <param name="Mends">The ids of the mends, in their order.</param>
/// <param name="Inlined">The made-up names that were put back inline, sorted.</param>
internal sealed record ReconstructionRecord(
    string OverlaySha256,
    IReadOnlyList<string> Mends,
    IReadOnlyList<string> Inlined
)
{
    /// <summary>Reads them, or gives null for an original.</summary>
    public static ReconstructionRecord? Read(JToken? token) =>
        token is JObject node
            ? new ReconstructionRecord(
                node["overlaySha256"].Text() ?? "",
                Texts(node["mends"]),
                Texts(node["inlinedSchemas"])
            )
            : null;

    /// <summary>Writes them.</summary>
    public JObject ToJson() =>
        new()
        {
            ["overlaySha256"] = OverlaySha256,
            ["mends"] = new JArray(Mends),
            ["inlinedSchemas"] = new JArray(Inlined),
        };

    private static List<string> Texts(JToken? token) =>
        [.. (token as JArray ?? []).Select(item => item.Text()).OfType<string>()];
}
