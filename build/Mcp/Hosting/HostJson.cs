using System.Text.Json.Serialization;

namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>What the host reads and writes as JSON.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class HostJson : JsonSerializerContext;
