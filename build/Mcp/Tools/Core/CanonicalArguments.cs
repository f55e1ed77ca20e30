using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pinterest.OpenApi.Mcp.Tools.Core;

/// <summary>
/// Writes arguments as one text that is the same whenever they mean the same: members sorted, nulls left out, no
/// spaces, bytes as the hash of what they are.
/// </summary>
internal static class CanonicalArguments
{
    /// <summary>Gets how JSON is written here: compact, with letters of all scripts as they are.</summary>
    public static JsonWriterOptions Writing { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(IReadOnlyList<ToolParameter> parameters, IReadOnlyDictionary<string, JsonElement> values)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Writing))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in values.OrderBy(value => value.Key, StringComparer.Ordinal))
            {
                writer.WritePropertyName(name);
                if (parameters.Any(parameter => parameter.Name == name && parameter.Kind is ParameterKind.Bytes))
                {
                    writer.WriteStringValue(HashOf(value.GetBytesFromBase64()));
                }
                else if (value.ValueKind is JsonValueKind.Object)
                {
                    // As a text: a null within it clears a member, so that it must not be left out on the way.
                    writer.WriteStringValue(TextOf(value));
                }
                else
                {
                    Write(writer, value);
                }
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Adds a member that was looked up, for example the hash of a file, so that an approval holds for it.</summary>
    public static string With(string canonical, string name, string text)
    {
        using var document = JsonDocument.Parse(canonical);
        var values = document.RootElement.EnumerateObject().ToDictionary(member => member.Name, member => member.Value);
        using var added = JsonDocument.Parse($"\"{JsonEncodedText.Encode(text)}\"");
        values[name] = added.RootElement;
        return Of([], values);
    }

    public static string HashOf(ReadOnlySpan<byte> bytes) => Written(SHA256.HashData(bytes));

    public static async Task<string> HashOfAsync(Stream stream, CancellationToken cancellationToken) =>
        Written(await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false));

    private static string Written(byte[] hash) => "sha256:" + Convert.ToHexStringLower(hash);

    private static string TextOf(JsonElement value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Writing))
        {
            Write(writer, value);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
