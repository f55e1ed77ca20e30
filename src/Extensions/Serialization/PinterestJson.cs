using System.Buffers;
using System.Text;
using Newtonsoft.Json;

namespace Pinterest.OpenApi;

/// <summary>Reads and writes the models in the JSON of Pinterest, for files, caches and tests.</summary>
public static class PinterestJson
{
    /// <summary>Reads a value from text.</summary>
    /// <typeparam name="T">A model, a union, an open enum, or a list or dictionary of them.</typeparam>
    /// <param name="json">The JSON text.</param>
    /// <returns>The value, or null when the text is <c>null</c>.</returns>
    /// <exception cref="JsonException">The text is not JSON, or does not fit the type.</exception>
    /// <exception cref="NotSupportedException">The type is not supported.</exception>
    public static T? Deserialize<T>(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(json.Length));
        try
        {
            return Deserialize<T>(buffer.AsSpan(0, Encoding.UTF8.GetBytes(json, buffer)), budget: null);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Reads a value from a stream of UTF-8 text. The stream stays open.</summary>
    /// <typeparam name="T">A model, a union, an open enum, or a list or dictionary of them.</typeparam>
    /// <param name="json">The stream.</param>
    /// <returns>The value, or null when the text is <c>null</c>.</returns>
    /// <exception cref="JsonException">The text is not JSON, or does not fit the type.</exception>
    /// <exception cref="NotSupportedException">The type is not supported.</exception>
    public static T? Deserialize<T>(Stream json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var bytes = new PooledBytes(json);
        return Deserialize<T>(bytes.Span, budget: null);
    }

    /// <summary>Reads a value from a reader.</summary>
    /// <typeparam name="T">A model, a union, an open enum, or a list or dictionary of them.</typeparam>
    /// <param name="json">The reader.</param>
    /// <returns>The value, or null when the text is <c>null</c>.</returns>
    /// <exception cref="JsonException">The text is not JSON, or does not fit the type.</exception>
    /// <exception cref="NotSupportedException">The type is not supported.</exception>
    public static T? Deserialize<T>(TextReader json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Deserialize<T>(json.ReadToEnd());
    }

    /// <summary>Reads a value from UTF-8 text as long as the budget lasts.</summary>
    /// <exception cref="JsonException">The text is not JSON, not of the kind that the type needs, or too
    /// much.</exception>
    internal static T? Deserialize<T>(ReadOnlySpan<byte> utf8, JsonBudget? budget)
    {
        try
        {
            var cursor = new JsonCursor(ByteOrderMark.Remove(utf8), budget, new RepeatedTexts());
            cursor.Advance();
            object? value = null;
            if (
                cursor.Kind is not System.Text.Json.JsonTokenType.Null
                && !CodecResolver.Find(typeof(T)).TryRead(ref cursor, out value, out var raw)
            )
            {
                throw new JsonSerializationException($"{raw!.Type} is not a {typeof(T).Name}.");
            }

            // A token after the value is not JSON, and throws.
            cursor.Read();
            return (T?)value;
        }
        catch (System.Text.Json.JsonException error)
        {
            throw new JsonReaderException(
                error.Message,
                error.Path ?? "",
                (int)(error.LineNumber ?? 0) + 1,
                (int)(error.BytePositionInLine ?? 0),
                error
            );
        }
    }

    /// <summary>Writes a value as text without spaces.</summary>
    /// <typeparam name="T">A model, a union, an open enum, or a list or dictionary of them.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>The JSON text. It contains only the members that were read or set.</returns>
    /// <exception cref="NotSupportedException">The type is not supported.</exception>
    public static string Serialize<T>(T value) =>
        value is null ? "null" : Encoding.UTF8.GetString(JsonOutput.ToUtf8(value, typeof(T)));

    /// <summary>Writes a value to a stream as UTF-8. The stream stays open.</summary>
    /// <typeparam name="T">A model, a union, an open enum, or a list or dictionary of them.</typeparam>
    /// <param name="stream">The stream.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="NotSupportedException">The type is not supported.</exception>
    public static void Serialize<T>(Stream stream, T value)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = JsonOutput.Open(stream);
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            JsonOutput.Write(writer, value, typeof(T));
        }
    }
}
