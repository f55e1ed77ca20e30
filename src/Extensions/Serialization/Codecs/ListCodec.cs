using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Reads a list. One item that does not fit makes the whole list a misfit, with nothing lost.</summary>
internal sealed class ListCodec<TList, T> : Codec<TList>
    where TList : class, IEnumerable<T>
{
    private readonly Codec<T> _item = Codec<T>.Default;

    public override bool TryRead(JsonReader reader, out TList value, out JToken? raw)
    {
        if (reader.TokenType is not JsonToken.StartArray)
        {
            return Misfit(reader, out value, out raw);
        }

        var items = new List<T>();
        while (JsonText.Advance(reader) is not JsonToken.EndArray)
        {
            JToken? misfit = null;
            if (reader.TokenType is JsonToken.Null && default(T) is null)
            {
                items.Add(default!);
            }
            else if (reader.TokenType is not JsonToken.Null && _item.TryRead(reader, out var item, out misfit))
            {
                items.Add(item);
            }
            else
            {
                return KeepRaw(reader, items, misfit ?? JValue.CreateNull(), out value, out raw);
            }
        }

        return Fit((TList)(object)items, out value, out raw);
    }

    public override void Write(JsonWriter writer, TList value)
    {
        writer.WriteStartArray();
        foreach (var item in value)
        {
            if (item is null)
            {
                writer.WriteNull();
            }
            else
            {
                _item.Write(writer, item);
            }
        }

        writer.WriteEndArray();
    }

    private bool KeepRaw(JsonReader reader, List<T> read, JToken misfit, out TList value, out JToken? raw)
    {
        using var writer = new JTokenWriter();
        Write(writer, (TList)(object)read);
        var list = (JArray)writer.Token!;
        list.Add(misfit);
        while (JsonText.Advance(reader) is not JsonToken.EndArray)
        {
            list.Add(JToken.ReadFrom(reader));
        }

        value = default!;
        raw = list;
        return false;
    }
}
