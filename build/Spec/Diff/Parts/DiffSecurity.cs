using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>What an operation requires of callers.</summary>
/// <param name="Written">Where the operation or the document says so; null for none.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Ways">The ways to authenticate; one of them is enough.</param>
internal sealed record DiffSecurity(JToken? Written, JObject Operation, SecurityWays Ways);
