using System.Buffers;
using Newtonsoft.Json;

namespace Pinterest.OpenApi;

/// <summary>
/// How this library opens JSON: dates stay text, buffers are shared, property names are not allocated again.
/// </summary>
internal static class JsonText
{
    private static readonly SharedCharPool Pool = new();

    public static JsonTextReader Open(TextReader text) => SetUp(new JsonTextReader(text));

    /// <summary>Opens JSON that came from elsewhere and may be made to cost much.</summary>
    public static JsonTextReader Open(TextReader text, JsonBudget budget) => SetUp(new MeteredJsonReader(text, budget));

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

    private static JsonTextReader SetUp(JsonTextReader reader)
    {
        reader.DateParseHandling = DateParseHandling.None;
        reader.ArrayPool = Pool;
        reader.PropertyNameTable = PropertyNames.Table;
        reader.MaxDepth = 128;
        reader.CloseInput = false;
        return reader;
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
