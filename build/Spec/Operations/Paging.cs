using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Operations;

/// <summary>The shape of a paged operation: it takes a bookmark and replies with items and the next bookmark.</summary>
internal static class Paging
{
    /// <summary>Tells whether a reply is a page.</summary>
    /// <param name="reply">The schema of the reply, without references or allOf at its top.</param>
    /// <param name="parameters">The names of the operation's parameters.</param>
    public static bool IsPage(JObject reply, IEnumerable<string?> parameters) =>
        reply["properties"] is JObject properties
        && properties["items"] is JObject items
        && ((string?)items["type"] == "array" || items["items"] is not null)
        && properties["bookmark"] is not null
        && parameters.Contains("bookmark");
}
