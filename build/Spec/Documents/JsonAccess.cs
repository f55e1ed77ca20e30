using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>Looks into documents of which nothing is known.</summary>
internal static class JsonAccess
{
    /// <summary>Gives a member, or null when there is none or the token is no object.</summary>
    public static JToken? Member(this JToken? token, string name) => (token as JObject)?[name];
}
