using Newtonsoft.Json;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>One JSON token with its place in the YAML text.</summary>
internal readonly record struct YamlToken(JsonToken Type, object? Value, int Line, int Column);
