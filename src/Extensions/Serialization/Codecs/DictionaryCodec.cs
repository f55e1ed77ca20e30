using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>
/// Reads an object whose keys are data. Values that do not fit, and nulls, are left out; a
/// <see cref="KeptDictionary{T}"/> remembers them.
/// </summary>
internal sealed class DictionaryCodec<TDictionary, T> : Codec<TDictionary>, ICodec
    where TDictionary : class, IEnumerable<KeyValuePair<string, T>>
    where T : notnull
{
    private static DictionaryCodec<TDictionary, T>? _only;

    private readonly Codec<T> _value;

    private DictionaryCodec(Codec<T> value) => _value = value;

    /// <summary>Gives the codec. A type of values has one codec, so its dictionaries have one too.</summary>
    public static DictionaryCodec<TDictionary, T> Of(Codec<T> value) =>
        _only ??= new DictionaryCodec<TDictionary, T>(value);

    public override bool TryRead(ref JsonCursor cursor, out TDictionary value, out JToken? raw)
    {
        if (cursor.Kind is not JsonTokenType.StartObject)
        {
            return Misfit(ref cursor, out value, out raw);
        }

        var start = cursor;
        var entries = new Dictionary<string, T>(StringComparer.Ordinal);
        KeptDictionary<T>? kept = null;
        var fits = true;
        while (cursor.Advance() is JsonTokenType.PropertyName)
        {
            var key = cursor.GetText();
            cursor.Advance();
            JToken? misfit = null;
            if (cursor.Kind is not JsonTokenType.Null && _value.TryRead(ref cursor, out var entry, out misfit))
            {
                entries[key] = entry;
                fits &= misfit is null;
                continue;
            }

            if (kept is null)
            {
                kept = new KeptDictionary<T>(entries);
                entries = kept;
            }

            // Of two entries of one name the later counts.
            kept.Remove(key);
            kept.Keep(key, misfit);
            fits = false;
        }

        value = (TDictionary)(object)entries;
        raw = fits ? null : start.ReadRaw();
        return true;
    }

    public override void Write(Utf8JsonWriter writer, TDictionary value) => WriteEntries(writer, value);

    // At run time any dictionary of the values will do.
    void ICodec.Write(Utf8JsonWriter writer, object value) =>
        WriteEntries(writer, (IEnumerable<KeyValuePair<string, T>>)value);

    private void WriteEntries(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, T>> entries)
    {
        writer.WriteStartObject();
        foreach (var (key, entry) in entries)
        {
            writer.WritePropertyName(key);
            if (entry is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                _value.Write(writer, entry);
            }
        }

        (entries as KeptDictionary<T>)?.WriteMisfits(writer);
        writer.WriteEndObject();
    }
}
