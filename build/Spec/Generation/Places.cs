using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Generation;

/// <summary>Where a schema stood in the contract, kept while the passes move it about.</summary>
internal static class Places
{
    public const string Keyword = "x-place";

    public static string? Of(JObject schema) => (string?)schema[Keyword];
}
