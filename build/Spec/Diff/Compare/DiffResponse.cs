using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>A response of an operation.</summary>
/// <param name="Status">The status, a range such as 2XX, or default.</param>
/// <param name="Written">Where the operation lists it.</param>
/// <param name="Node">What that refers to.</param>
internal sealed record DiffResponse(string Status, JObject Written, JObject Node)
{
    public bool IsSuccess => Status.StartsWith('2');

    /// <summary>Gets whether it stands for a hundred statuses.</summary>
    public bool IsRange => Status.EndsWith("XX", StringComparison.Ordinal);
}
