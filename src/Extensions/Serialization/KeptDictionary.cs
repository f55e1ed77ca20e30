using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>
/// A dictionary that was read with values that do not fit. They are written again, unless their key has a value by then.
/// </summary>
internal sealed class KeptDictionary<T>(IDictionary<string, T> entries)
    : Dictionary<string, T>(entries, StringComparer.Ordinal)
{
    private readonly Dictionary<string, JToken?> _misfits = new(StringComparer.Ordinal);

    /// <summary>Keeps a value.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="raw">The value as it came; null for null.</param>
    public void Keep(string key, JToken? raw) => _misfits[key] = raw;

    /// <summary>Writes what was kept.</summary>
    public void WriteMisfits(Utf8JsonWriter writer)
    {
        foreach (var (key, raw) in _misfits)
        {
            if (!ContainsKey(key))
            {
                writer.WritePropertyName(key);
                RawJson.Write(writer, raw);
            }
        }
    }
}
