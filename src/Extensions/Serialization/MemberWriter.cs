using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Writes the members of one model: values, nulls that are meant, and what has no property.</summary>
internal readonly ref struct MemberWriter(Utf8JsonWriter json, PinterestModel model, MemberTable members)
{
    // Only a model with additional members has to remember what was written.
    private readonly HashSet<string>? _written = model.HasAdditional
        ? new HashSet<string>(StringComparer.Ordinal)
        : null;

    public void Write<T>(int index, T? value, Codec<T> codec)
        where T : class
    {
        if (value is not null)
        {
            Begin(index);
            codec.Write(json, value);
        }
        else
        {
            WriteNull(index);
        }
    }

    public void Write<T>(int index, T? value, ValueCodec<T> codec)
        where T : struct
    {
        if (value is { } given)
        {
            Begin(index);
            codec.Write(json, given);
        }
        else
        {
            WriteNull(index);
        }
    }

    public void WriteAdditional(Dictionary<string, JToken?> additional)
    {
        foreach (var (name, value) in additional)
        {
            if (_written?.Contains(name) is not true)
            {
                json.WritePropertyName(name);
                RawJson.Write(json, value);
            }
        }
    }

    private void Begin(int index)
    {
        json.WritePropertyName(members.EncodedNameOf(index));
        _written?.Add(members.NameOf(index));
    }

    private void WriteNull(int index)
    {
        if (!model.IsExplicitNull(index))
        {
            return;
        }

        if (_written is null || !model.AdditionalProperties.ContainsKey(members.NameOf(index)))
        {
            json.WriteNull(members.EncodedNameOf(index));
        }
    }
}
