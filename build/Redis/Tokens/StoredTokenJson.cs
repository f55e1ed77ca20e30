using System.Text.Json.Serialization;

namespace Pinterest.OpenApi.Redis.Tokens;

/// <summary>Reads and writes tokens without reflection.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredToken))]
internal sealed partial class StoredTokenJson : JsonSerializerContext;
