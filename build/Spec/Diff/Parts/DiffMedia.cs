using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>A media type of a body or a response.</summary>
/// <param name="Type">The type or a range. Example: application/json.</param>
/// <param name="Node">What the description says of it.</param>
internal sealed record DiffMedia(string Type, JObject Node)
{
    public JObject? Schema => Node["schema"] as JObject;
}
