using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using JsonException = System.Text.Json.JsonException;

namespace Pinterest.OpenApi;

/// <summary>Turns raw JSON into the tokens of Newtonsoft.Json and back. Dates stay text.</summary>
internal static class RawJson
{
    // The limit of Newtonsoft.Json. The time to read a whole number grows with the square of its digits.
    private const int MaxDigits = 380;

    /// <summary>Reads the value that a cursor stands at, up to its last token.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static JToken Read(ref JsonCursor cursor)
    {
        switch (cursor.Kind)
        {
            case JsonTokenType.StartObject:
                var members = new JObject();
                while (cursor.Advance() is JsonTokenType.PropertyName)
                {
                    var name = cursor.GetText();
                    cursor.Advance();
                    members[name] = Read(ref cursor);
                }

                return members;
            case JsonTokenType.StartArray:
                var items = new JArray();
                while (cursor.Advance() is not JsonTokenType.EndArray)
                {
                    items.Add(Read(ref cursor));
                }

                return items;
            case JsonTokenType.String:
                return JValue.CreateString(cursor.GetText());
            case JsonTokenType.Number:
                return Number(ref cursor);
            case JsonTokenType.True:
            case JsonTokenType.False:
                return new JValue(cursor.Kind is JsonTokenType.True);
            default:
                return JValue.CreateNull();
        }
    }

    /// <summary>Reads tokens from UTF-8 text that was written here.</summary>
    public static JToken Read(ReadOnlySpan<byte> utf8)
    {
        var cursor = new JsonCursor(utf8);
        cursor.Advance();
        return Read(ref cursor);
    }

    /// <summary>Writes tokens.</summary>
    public static void Write(Utf8JsonWriter writer, JToken? token)
    {
        switch (token)
        {
            case JObject members:
                writer.WriteStartObject();
                foreach (var member in members.Properties())
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JArray items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                WriteScalar(writer, token as JValue);
                break;
        }
    }

    private static void WriteScalar(Utf8JsonWriter writer, JValue? scalar)
    {
        switch (scalar?.Value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text when scalar.Type is JTokenType.String:
                writer.WriteStringValue(text);
                break;
            case long whole:
                writer.WriteNumberValue(whole);
                break;
            case double real:
                Codecs.Double.Write(writer, real);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            default:
                // What only a user puts here: dates, bytes, raw text. Newtonsoft.Json knows how each is written.
                writer.WriteRawValue(scalar.ToString(Formatting.None));
                break;
        }
    }

    private static JValue Number(ref JsonCursor cursor)
    {
        if (!cursor.IsWhole)
        {
            return cursor.TryGetDouble(out var real) ? new JValue(real) : throw TooLarge();
        }

        if (cursor.TryGetInt64(out var whole))
        {
            return new JValue(whole);
        }

        var digits = cursor.Bytes;
        return digits.Length <= MaxDigits
            ? new JValue(BigInteger.Parse(System.Text.Encoding.ASCII.GetString(digits), CultureInfo.InvariantCulture))
            : throw TooLarge();
    }

    private static JsonException TooLarge() => new("A number is too large.");
}
