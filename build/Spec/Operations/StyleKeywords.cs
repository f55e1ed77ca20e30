using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Operations;

/// <summary>
/// The keywords that say how a parameter is written, with their defaults. They affect lists and objects only.
/// </summary>
/// <param name="Style">The style. Default: form in queries and cookies, simple elsewhere.</param>
/// <param name="Explodes">Whether each value is written by itself. Default: for the style form only.</param>
internal readonly record struct StyleKeywords(string Style, bool Explodes)
{
    /// <summary>Reads the keywords of a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="place">Where it is sent: path, query, header or cookie.</param>
    public static StyleKeywords Of(JObject parameter, string place)
    {
        var style = (string?)(parameter["style"] as JValue) ?? (place is "query" or "cookie" ? "form" : "simple");
        return new(style, parameter["explode"] is JValue { Value: bool explodes } ? explodes : style == "form");
    }
}
