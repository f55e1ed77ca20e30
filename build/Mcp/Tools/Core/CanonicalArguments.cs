using System.Security.Cryptography;
using System.Text.Json;
using Pinterest.OpenApi.Mcp.Approvals;

namespace Pinterest.OpenApi.Mcp.Tools.Core;

/// <summary>
/// Writes arguments in the form of <see cref="CanonicalJson"/>, and bytes as the hash of what they are.
/// </summary>
internal static class CanonicalArguments
{
    /// <exception cref="ToolArgumentException">They cannot be written in one way only.</exception>
    public static string Of(IReadOnlyList<ToolParameter> parameters, IReadOnlyDictionary<string, JsonElement> values)
    {
        try
        {
            return CanonicalJson.Of(values.Select(value => IsBytes(parameters, value.Key) ? Hashed(value) : value));
        }
        catch (FormatException error)
        {
            throw new ToolArgumentException(error.Message);
        }
    }

    /// <summary>Adds a member that was looked up, for example the hash of a file, so that an approval holds for it.</summary>
    public static string With(string canonical, string name, string text)
    {
        using var document = JsonDocument.Parse(canonical);
        var values = document.RootElement.EnumerateObject().ToDictionary(member => member.Name, member => member.Value);
        values[name] = ElementOf(text);
        return Of([], values);
    }

    public static string HashOf(ReadOnlySpan<byte> bytes) => Written(SHA256.HashData(bytes));

    public static async Task<string> HashOfAsync(Stream stream, CancellationToken cancellationToken) =>
        Written(await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false));

    private static string Written(byte[] hash) => "sha256:" + Convert.ToHexStringLower(hash);

    private static bool IsBytes(IReadOnlyList<ToolParameter> parameters, string name) =>
        parameters.Any(parameter => parameter.Name == name && parameter.Kind is ParameterKind.Bytes);

    private static KeyValuePair<string, JsonElement> Hashed(KeyValuePair<string, JsonElement> value) =>
        KeyValuePair.Create(value.Key, ElementOf(HashOf(value.Value.GetBytesFromBase64())));

    private static JsonElement ElementOf(string text) => JsonElement.Parse($"\"{JsonEncodedText.Encode(text)}\"");
}
