using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>The body of a request.</summary>
/// <param name="Written">Where the operation has it.</param>
/// <param name="Node">What that refers to.</param>
internal sealed record DiffBody(JObject Written, JObject Node)
{
    public bool IsRequired => Node["required"].IsTrue();

    /// <summary>Reads the body of an operation; null when it has none.</summary>
    public static DiffBody? Of(SchemaModel model, DiffOperation operation) =>
        operation.Node["requestBody"] is JObject written && model.Resolve(written) is { } node
            ? new(written, node)
            : null;
}
