using System.Text;
using Newtonsoft.Json;

namespace Pinterest.OpenApi;

/// <summary>Reads and writes the models as Pinterest does: for files, caches and tests of one's own.</summary>
public static class PinterestJson
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Reads a value from text.</summary>
    /// <typeparam name="T">A model, a union, an open enum, or a list or dictionary of them.</typeparam>
    /// <param name="json">The JSON text.</param>
    /// <returns>The value, or null when the text is <c>null</c>.</returns>
    /// <exception cref="JsonException">The text is not JSON, or not of the kind that the type needs.</exception>
    public static T? Deserialize<T>(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var text = new StringReader(json);
        return Deserialize<T>(text);
    }

    /// <summary>Reads a value from a stream of UTF-8 text. The stream stays open.</summary>
    /// <typeparam name="T">A model, a union, an open enum, or a list or dictionary of them.</typeparam>
    /// <param name="json">The stream.</param>
    /// <returns>The value, or null when the text is <c>null</c>.</returns>
    /// <exception cref="JsonException">The text is not JSON, or not of the kind that the type needs.</exception>
    public static T? Deserialize<T>(Stream json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var text = Open(json);
        return Deserialize<T>(text);
    }

    /// <summary>Reads a value from a reader.</summary>
    /// <typeparam name="T">A model, a union, an open enum, or a list or dictionary of them.</typeparam>
    /// <param name="json">The reader.</param>
    /// <returns>The value, or null when the text is <c>null</c>.</returns>
    /// <exception cref="JsonException">The text is not JSON, or not of the kind that the type needs.</exception>
    public static T? Deserialize<T>(TextReader json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var reader = JsonText.Open(json);
        return Read<T>(reader);
    }

    /// <summary>Reads a value from a stream of UTF-8 text as long as the budget lasts.</summary>
    /// <exception cref="JsonException">The text is not JSON, not of the kind that the type needs, or too
    /// much.</exception>
    internal static T? Deserialize<T>(Stream json, JsonBudget budget)
    {
        using var text = Open(json);
        using var reader = JsonText.Open(text, budget);
        return Read<T>(reader);
    }

    private static StreamReader Open(Stream json) =>
        new(json, Utf8, detectEncodingFromByteOrderMarks: true, bufferSize: 4096, leaveOpen: true);

    private static T? Read<T>(JsonTextReader reader)
    {
        if (JsonText.Advance(reader) is JsonToken.Null)
        {
            return default;
        }

        if (!Codec<T>.Default.TryRead(reader, out var value, out var raw))
        {
            throw new JsonSerializationException($"{raw!.Type} is not a {typeof(T).Name}.");
        }

        while (reader.Read())
        {
            if (reader.TokenType is not JsonToken.Comment)
            {
                throw new JsonSerializationException("There is more text after the end of the JSON value.");
            }
        }

        return value;
    }

    /// <summary>Writes a value as text without spaces.</summary>
    /// <typeparam name="T">A model, a union, an open enum, or a list or dictionary of them.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>The JSON text: what was read or set, and nothing else.</returns>
    public static string Serialize<T>(T value)
    {
        var text = new StringWriter();
        using var writer = JsonText.Open(text);
        Write(writer, value);
        return text.ToString();
    }

    /// <summary>Writes a value to a stream as UTF-8. The stream stays open.</summary>
    /// <typeparam name="T">A model, a union, an open enum, or a list or dictionary of them.</typeparam>
    /// <param name="stream">The stream.</param>
    /// <param name="value">The value.</param>
    public static void Serialize<T>(Stream stream, T value)
    {
        using var text = new StreamWriter(stream, Utf8, bufferSize: 4096, leaveOpen: true);
        using var writer = JsonText.Open(text);
        Write(writer, value);
    }

    internal static void Write<T>(JsonWriter writer, T value)
    {
        if (value is null)
        {
            writer.WriteNull();
        }
        else
        {
            Codec<T>.Default.Write(writer, value);
        }
    }
}
