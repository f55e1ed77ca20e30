using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Generation.Naming;

namespace Pinterest.OpenApi.Spec.Generation.Documentation;

/// <summary>Words for sentences of the documentation.</summary>
internal static class Phrases
{
    /// <summary>Gives the words of a C# name: BoardSection gives "board section".</summary>
    public static string Spaced(string name) =>
        string.Join(' ', Words.Split(name).Select(word => word.ToLowerInvariant()));

    /// <summary>Begins a text with a capital.</summary>
    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>
    /// Gives the sentence that a node has. The description's own text stands under <c>description</c> when the
    /// build uses a file with prose; ours is a decision of the overlay.
    /// </summary>
    public static string? Own(JObject node) =>
        (node["description"] as JValue)?.Value is string { Length: > 0 } prose && prose != "Response."
            ? prose
            : (string?)node[Keywords.Summary];
}
