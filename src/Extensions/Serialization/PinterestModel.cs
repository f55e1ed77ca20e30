using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>
/// The base of every model. A member is absent, null or a value, and all three survive reading and writing: only
/// what was read or set is sent. Members that this version does not know are kept in
/// <see cref="AdditionalProperties"/>.
/// </summary>
[JsonConverter(typeof(PinterestJsonConverter))]
public abstract class PinterestModel
{
    private Dictionary<string, JToken?>? _additional;
    private ExplicitNulls _nulls;

    private protected PinterestModel() { }

    /// <summary>
    /// Names the class, the id and the name, and the other members that are set: a line for a debugger, not for a
    /// program. Two models are equal only when they are the same object, because a model can change; compare the results
    /// of <see cref="PinterestJson.Serialize{T}(T)"/> instead.
    /// </summary>
    public override string ToString() => ModelText.Of(this);

    /// <summary>
    /// Gets the members that have no property here, by their JSON names: members that Pinterest added later, and
    /// values whose type is not the described one. They are sent back as they were received. A property that has a
    /// value replaces an entry of its name.
    /// </summary>
    [JsonIgnore]
    public IDictionary<string, JToken?> AdditionalProperties =>
        _additional ??= new Dictionary<string, JToken?>(StringComparer.Ordinal);

    /// <summary>Reads the members that follow a <c>{</c>, up to its <c>}</c>.</summary>
    internal void ReadFrom(JsonReader reader)
    {
        while (JsonText.Advance(reader) is JsonToken.PropertyName)
        {
            ReadProperty(reader);
        }
    }

    /// <summary>Reads one member, beginning at its name.</summary>
    internal void ReadProperty(JsonReader reader)
    {
        var name = (string)reader.Value!;
        JsonText.Advance(reader);
        if (!ReadMember(name, reader))
        {
            AdditionalProperties[name] = JToken.ReadFrom(reader);
        }
    }

    /// <summary>Writes what was read or set, as an object.</summary>
    internal void WriteTo(JsonWriter writer)
    {
        writer.WriteStartObject();
        var members = new MemberWriter(writer, this);
        WriteMembers(ref members);
        if (_additional is not null)
        {
            members.WriteAdditional(_additional);
        }

        writer.WriteEndObject();
    }

    internal bool HasAdditional => _additional is { Count: > 0 };

    internal bool IsExplicitNull(int index) => _nulls.Contains(index);

    /// <summary>
    /// Clears the discriminator that the constructor set, so that a model read from JSON without one has none.
    /// </summary>
    internal virtual void ForgetDiscriminator() { }

    /// <summary>Reads one member if it is known.</summary>
    internal virtual bool ReadMember(string name, JsonReader reader) => false;

    /// <summary>Writes the known members.</summary>
    internal virtual void WriteMembers(ref MemberWriter writer) { }

    /// <summary>
    /// Reads the value of a known member. A value of another type becomes an additional property, so that nothing
    /// is lost.
    /// </summary>
    private protected T? Read<T>(JsonReader reader, string name, int index)
    {
        if (reader.TokenType is JsonToken.Null)
        {
            _nulls.Add(index);
            return default;
        }

        if (Codec<T>.Default.TryRead(reader, out var value, out var raw))
        {
            return value;
        }

        AdditionalProperties[name] = raw;
        return default;
    }
}
