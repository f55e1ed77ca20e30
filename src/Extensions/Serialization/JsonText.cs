using System.Buffers;
using Newtonsoft.Json;

namespace Pinterest.OpenApi;

/// <summary>
/// How this library opens JSON: dates stay text, buffers are shared, property names are not allocated again.
/// </summary>
internal static class JsonText
{
    private static readonly SharedCharPool Pool = new();

    public static JsonTextReader Open(TextReader text) =>
        new(text)
        {
            DateParseHandling = DateParseHandling.None,
            ArrayPool = Pool,
            PropertyNameTable = PropertyNames.Table,
            MaxDepth = 128,
            CloseInput = false,
        };

    public static JsonTextWriter Open(TextWriter text) => new(text) { ArrayPool = Pool, CloseOutput = false };

    /// <summary>Moves to the next token.</summary>
    /// <exception cref="JsonReaderException">The text ends here.</exception>
    public static JsonToken Advance(JsonReader reader)
    {
        while (reader.Read())
        {
            if (reader.TokenType is not JsonToken.Comment)
            {
                return reader.TokenType;
            }
        }

        throw new JsonReaderException($"Unexpected end of the JSON text at '{reader.Path}'.");
    }

    private sealed class SharedCharPool : IArrayPool<char>
    {
        public char[] Rent(int minimumLength) => ArrayPool<char>.Shared.Rent(minimumLength);

        public void Return(char[]? array)
        {
            if (array is not null)
            {
                ArrayPool<char>.Shared.Return(array);
            }
        }
    }
}
