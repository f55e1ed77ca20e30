using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Operations;

/// <summary>
/// Reads <c>x-sandbox</c>: whether Pinterest's sandbox serves an operation. Releases write it as a boolean, as a text
/// and as an object. Examples: <c>true</c>, <c>"enabled"</c>, <c>{"enabled": true}</c>, <c>{"status": "enabled"}</c>.
/// </summary>
internal static class SandboxFlag
{
    /// <summary>Gives whether the sandbox serves it; null when nothing is said.</summary>
    public static bool? Read(JToken? value) =>
        value switch
        {
            JValue { Value: bool flag } => flag,
            JValue { Value: string text } => text is "enabled" or "true",
            JObject node => Read(node["enabled"] ?? node["status"]),
            _ => null,
        };
}
