using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Reads keywords that are true or false; missing is false.</summary>
internal static class Flags
{
    public static bool IsTrue(JToken? value) => value is JValue { Value: true };
}
