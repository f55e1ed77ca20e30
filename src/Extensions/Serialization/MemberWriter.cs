using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Writes the members of one model: values, nulls that are meant, and what has no property.</summary>
internal ref struct MemberWriter(JsonWriter json, PinterestModel model)
{
    // Only a model with additional members has to remember what was written.
    private readonly HashSet<string>? _written = model.HasAdditional
        ? new HashSet<string>(StringComparer.Ordinal)
        : null;

    public readonly void Write<T>(string name, int index, T value)
    {
        if (value is not null)
        {
            json.WritePropertyName(name, escape: false);
            Codec<T>.Default.Write(json, value);
            _written?.Add(name);
        }
        else if (model.IsExplicitNull(index) && !(_written is not null && model.AdditionalProperties.ContainsKey(name)))
        {
            json.WritePropertyName(name, escape: false);
            json.WriteNull();
        }
    }

    public readonly void WriteAdditional(Dictionary<string, JToken?> additional)
    {
        foreach (var (name, value) in additional)
        {
            if (_written?.Contains(name) is true)
            {
                continue;
            }

            json.WritePropertyName(name);
            if (value is null)
            {
                json.WriteNull();
            }
            else
            {
                value.WriteTo(json);
            }
        }
    }
}
