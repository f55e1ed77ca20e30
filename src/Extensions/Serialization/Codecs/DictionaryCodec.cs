using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>
/// Reads an object whose keys are data. If one value has another type, the whole object is kept as raw JSON.
/// </summary>
internal sealed class DictionaryCodec<TDictionary, T> : Codec<TDictionary>
    where TDictionary : class, IEnumerable<KeyValuePair<string, T>>
{
    private readonly Codec<T> _value = Codec<T>.Default;

    public override bool TryRead(JsonReader reader, out TDictionary value, out JToken? raw)
    {
        if (reader.TokenType is not JsonToken.StartObject)
        {
            return Misfit(reader, out value, out raw);
        }

        var entries = new Dictionary<string, T>(StringComparer.Ordinal);
        while (JsonText.Advance(reader) is JsonToken.PropertyName)
        {
            var key = (string)reader.Value!;
            JsonText.Advance(reader);
            JToken? misfit = null;
            if (reader.TokenType is JsonToken.Null && default(T) is null)
            {
                entries[key] = default!;
            }
            else if (reader.TokenType is not JsonToken.Null && _value.TryRead(reader, out var read, out misfit))
            {
                entries[key] = read;
            }
            else
            {
                return KeepRaw(reader, entries, key, misfit ?? JValue.CreateNull(), out value, out raw);
            }
        }

        return Fit((TDictionary)(object)entries, out value, out raw);
    }

    public override void Write(JsonWriter writer, TDictionary value)
    {
        writer.WriteStartObject();
        foreach (var (key, entry) in value)
        {
            writer.WritePropertyName(key);
            if (entry is null)
            {
                writer.WriteNull();
            }
            else
            {
                _value.Write(writer, entry);
            }
        }

        writer.WriteEndObject();
    }

    private bool KeepRaw(
        JsonReader reader,
        Dictionary<string, T> read,
        string key,
        JToken misfit,
        out TDictionary value,
        out JToken? raw
    )
    {
        using var writer = new JTokenWriter();
        Write(writer, (TDictionary)(object)read);
        var map = (JObject)writer.Token!;
        map[key] = misfit;
        while (JsonText.Advance(reader) is JsonToken.PropertyName)
        {
            var next = (string)reader.Value!;
            JsonText.Advance(reader);
            map[next] = JToken.ReadFrom(reader);
        }

        value = default!;
        raw = map;
        return false;
    }
}
