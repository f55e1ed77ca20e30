using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>An OpenAPI description that was read: its tree, the bytes it came from, and a name for messages.</summary>
/// <param name="Name">How messages call the source: a file name or an address.</param>
/// <param name="Bytes">The bytes as they were read.</param>
/// <param name="Root">The tree. Tokens carry line and column (<see cref="Newtonsoft.Json.IJsonLineInfo"/>).</param>
internal sealed record Description(string Name, ReadOnlyMemory<byte> Bytes, JObject Root)
{
    /// <summary>Gets <c>info.version</c>, for example 5.23.0.</summary>
    public string Version => (string?)((Root["info"] as JObject)?["version"] as JValue) ?? "unknown";

    /// <summary>Names a place of this description for a message: file, line, column and JSON pointer.</summary>
    /// <param name="token">The token that a message is about.</param>
    /// <returns>For example <c>openapi.json(12,5) #/paths/~1pins</c>.</returns>
    public string Place(JToken token) => JsonPointer.Place(Name, token);
}
