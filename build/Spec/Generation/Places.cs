using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Generation;

/// <summary>The place where a schema stood in the description, kept while the passes move it.</summary>
internal static class Places
{
    public const string Keyword = "x-place";

    public static string? Of(JObject schema) => (string?)schema[Keyword];
}
