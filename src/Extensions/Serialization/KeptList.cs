using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>A list that was read with items that do not fit. They are written again at their places.</summary>
internal sealed class KeptList<T>(IEnumerable<T> items) : List<T>(items)
    where T : notnull
{
    private readonly List<(int Place, JToken? Raw)> _misfits = [];

    /// <summary>Keeps an item.</summary>
    /// <param name="place">Its place in the JSON.</param>
    /// <param name="raw">The item as it came; null for null.</param>
    public void Keep(int place, JToken? raw) => _misfits.Add((place, raw));

    /// <summary>Writes the items and what was kept, each at its place; behind the last item when there are fewer now.</summary>
    public void Write(Utf8JsonWriter writer, Codec<T> codec)
    {
        var next = 0;
        var place = 0;
        foreach (var item in this)
        {
            for (; next < _misfits.Count && _misfits[next].Place == place; next++)
            {
                RawJson.Write(writer, _misfits[next].Raw);
                place++;
            }

            ListCodec.WriteItem(writer, item, codec);
            place++;
        }

        for (; next < _misfits.Count; next++)
        {
            RawJson.Write(writer, _misfits[next].Raw);
        }
    }
}
