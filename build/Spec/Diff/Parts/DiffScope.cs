using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>A scope of an OAuth flow.</summary>
internal sealed record DiffScope(string Name, JToken Node);
