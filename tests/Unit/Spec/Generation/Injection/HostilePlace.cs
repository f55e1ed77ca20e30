using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Injection;

/// <summary>A place of a document that a hostile text can take.</summary>
/// <param name="Path">The JSONPath of the value, or of the value whose key it is.</param>
/// <param name="IsKey">Whether the key is meant.</param>
internal sealed record HostilePlace(string Path, bool IsKey)
{
    /// <summary>Puts a text there.</summary>
    /// <returns>False when the place is not there any more.</returns>
    public bool Put(JToken root, string text)
    {
        if (root.SelectToken(Path) is not { } token)
        {
            return false;
        }

        if (!IsKey)
        {
            token.Replace(new JValue(text));
            return true;
        }

        if (token.Parent is not JProperty property)
        {
            return false;
        }

        property.Replace(new JProperty(text, property.Value));
        return true;
    }
}
