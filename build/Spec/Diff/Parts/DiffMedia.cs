using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>A media type of a body or a response.</summary>
/// <param name="Type">The type or a range. Example: application/json.</param>
/// <param name="Node">What the description says of it.</param>
internal sealed record DiffMedia(string Type, JObject Node)
{
    public JObject? Schema => Node["schema"] as JObject;

    /// <summary>
    /// Gets the schema of each item of a stream (3.2), or null. Example: of each line of application/jsonl.
    /// </summary>
    public JObject? ItemSchema => Node["itemSchema"] as JObject;
}
