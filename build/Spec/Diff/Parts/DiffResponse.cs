using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Operations;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>A response of an operation.</summary>
/// <param name="Status">The status, a range such as 2XX, or default.</param>
/// <param name="Written">Where the operation lists it.</param>
/// <param name="Node">What that refers to.</param>
/// <param name="Operation">The operation.</param>
internal sealed record DiffResponse(string Status, JObject Written, JObject Node, JObject Operation)
{
    public bool IsSuccess => ResponseStatus.IsSuccess(Status);
}
