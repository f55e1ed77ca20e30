using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>An OAuth flow of a security scheme.</summary>
internal sealed record DiffFlow(string Name, JToken Node);
