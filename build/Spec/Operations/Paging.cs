using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Operations;

/// <summary>The form of a paged operation: it accepts a bookmark, and returns items and the next bookmark.</summary>
internal static class Paging
{
    /// <summary>Tells whether a response is a page.</summary>
    /// <param name="response">The schema of the response.</param>
    /// <param name="parameters">The names of the operation's parameters.</param>
    public static bool IsPage(EffectiveSchema response, IEnumerable<string?> parameters) =>
        response.Properties.TryGetValue("items", out var items)
        && (items.Types?.Contains("array") == true || items.Items is not null)
        && response.Properties.ContainsKey("bookmark")
        && parameters.Contains("bookmark");
}
