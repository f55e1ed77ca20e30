using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>
/// Reads a list. Items that do not fit, and nulls, are left out of it; a <see cref="KeptList{T}"/> remembers them.
/// </summary>
internal sealed class ListCodec<TList, T> : Codec<TList>, ICodec
    where TList : class, IEnumerable<T>
    where T : notnull
{
    private static ListCodec<TList, T>? _only;

    private readonly Codec<T> _item;

    private ListCodec(Codec<T> item) => _item = item;

    /// <summary>Gives the codec. A type of items has one codec, so its lists have one too.</summary>
    public static ListCodec<TList, T> Of(Codec<T> item) => _only ??= new ListCodec<TList, T>(item);

    public override bool TryRead(ref JsonCursor cursor, out TList value, out JToken? raw)
    {
        if (cursor.Kind is not JsonTokenType.StartArray)
        {
            return Misfit(ref cursor, out value, out raw);
        }

        var start = cursor;
        var items = new List<T>();
        KeptList<T>? kept = null;
        var fits = true;
        for (var place = 0; cursor.Advance() is not JsonTokenType.EndArray; place++)
        {
            JToken? misfit = null;
            if (cursor.Kind is not JsonTokenType.Null && _item.TryRead(ref cursor, out var item, out misfit))
            {
                items.Add(item);
                fits &= misfit is null;
                continue;
            }

            if (kept is null)
            {
                kept = new KeptList<T>(items);
                items = kept;
            }

            kept.Keep(place, misfit);
            fits = false;
        }

        value = (TList)(object)items;
        raw = fits ? null : start.ReadRaw();
        return true;
    }

    public override void Write(Utf8JsonWriter writer, TList value) => WriteItems(writer, value);

    // At run time any list of the items will do.
    void ICodec.Write(Utf8JsonWriter writer, object value) => WriteItems(writer, (IEnumerable<T>)value);

    private void WriteItems(Utf8JsonWriter writer, IEnumerable<T> items)
    {
        writer.WriteStartArray();
        if (items is KeptList<T> kept)
        {
            kept.Write(writer, _item);
        }
        else
        {
            foreach (var item in items)
            {
                ListCodec.WriteItem(writer, item, _item);
            }
        }

        writer.WriteEndArray();
    }
}

/// <summary>What the lists of all types share.</summary>
internal static class ListCodec
{
    /// <summary>Writes an item. A user may have put a null into the list.</summary>
    public static void WriteItem<T>(Utf8JsonWriter writer, T? item, Codec<T> codec)
        where T : notnull
    {
        if (item is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            codec.Write(writer, item);
        }
    }
}
