using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>A parameter where it stands in a document. A damaged one has no name, or no place.</summary>
/// <param name="Written">Where the operation or path lists it.</param>
/// <param name="Node">What that refers to.</param>
internal sealed record ParameterNode(JObject Written, JObject Node)
{
    /// <summary>Gets its name in requests.</summary>
    public string? Name => Node["name"].Text();

    /// <summary>Gets where it is sent: path, query, header or cookie.</summary>
    public string? Place => Node["in"].Text();

    /// <summary>Gets what no two parameters share. The names of headers have no case.</summary>
    public (string? Place, string? Name) Key => (Place, Place == "header" ? Name?.ToLowerInvariant() : Name);
}
