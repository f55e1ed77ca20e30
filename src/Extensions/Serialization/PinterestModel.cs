using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>
/// The base class of every model. A member is absent, null or a value, and reading and writing keep the difference.
/// Only members that were read or set are sent. Members that this version does not know are kept in
/// <see cref="AdditionalProperties"/>.
/// </summary>
[Newtonsoft.Json.JsonConverter(typeof(PinterestJsonConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(PinterestTextJsonConverter<PinterestModel>))]
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
    /// Gets the members without a property, by their JSON names. They are members that Pinterest added later, and
    /// values of another type than described. They are sent back unchanged. A property with a value replaces an entry
    /// of its name. A list or dictionary may be received with items of another type. Its property then has the items
    /// that fit, and the entry of its name has all items.
    /// </summary>
    [Newtonsoft.Json.JsonIgnore]
    [System.Text.Json.Serialization.JsonIgnore]
    public IDictionary<string, JToken?> AdditionalProperties =>
        _additional ??= new Dictionary<string, JToken?>(StringComparer.Ordinal);

    /// <summary>Gets whether this is a page without the list of items that the description requires of it.</summary>
    internal virtual bool LacksItems => false;

    internal bool HasAdditional => _additional is { Count: > 0 };

    /// <summary>Reads the members that follow a <c>{</c>, up to its <c>}</c>.</summary>
    internal void ReadFrom(ref JsonCursor cursor)
    {
        var members = GetMembers();
        while (cursor.Advance() is JsonTokenType.PropertyName)
        {
            var index = members.Find(ref cursor);
            if (index < 0)
            {
                var name = cursor.GetText();
                cursor.Advance();
                AdditionalProperties[name] = cursor.ReadRaw();
            }
            else
            {
                cursor.Advance();
                ReadMember(index, ref cursor);
            }
        }
    }

    /// <summary>Writes what was read or set, as an object.</summary>
    internal void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        var writer = new MemberWriter(json, this, GetMembers());
        WriteMembers(writer);
        if (_additional is not null)
        {
            writer.WriteAdditional(_additional);
        }

        json.WriteEndObject();
    }

    /// <summary>Makes a member null on purpose.</summary>
    internal void ClearMember(int index)
    {
        // Reading a null is what clears a member, so a cleared and a received null cannot differ.
        _additional?.Remove(GetMembers().NameOf(index));
        var cursor = new JsonCursor("null"u8);
        cursor.Advance();
        ReadMember(index, ref cursor);
    }

    internal bool IsExplicitNull(int index) => _nulls.Contains(index);

    /// <summary>
    /// Clears the discriminator that the constructor set, so that a model read from JSON without one has none.
    /// </summary>
    internal virtual void ForgetDiscriminator() { }

    /// <summary>Gives the known members.</summary>
    internal virtual MemberTable GetMembers() => MemberTable.Empty;

    /// <summary>Reads the value of a known member.</summary>
    internal virtual void ReadMember(int index, ref JsonCursor cursor) { }

    /// <summary>Writes the known members.</summary>
    internal virtual void WriteMembers(MemberWriter writer) { }

    /// <summary>
    /// Reads the value of a known member. A value of another type becomes an additional property, so that nothing
    /// is lost.
    /// </summary>
    private protected T? Read<T>(ref JsonCursor cursor, int index, Codec<T> codec)
        where T : class
    {
        if (cursor.Kind is JsonTokenType.Null)
        {
            _nulls.Add(index);
            return null;
        }

        var fits = codec.TryRead(ref cursor, out var value, out var raw);
        if (raw is not null)
        {
            AdditionalProperties[GetMembers().NameOf(index)] = raw;
        }

        return fits ? value : null;
    }

    /// <summary>Reads the value of a known member that is a value type.</summary>
    private protected T? Read<T>(ref JsonCursor cursor, int index, ValueCodec<T> codec)
        where T : struct
    {
        if (cursor.Kind is JsonTokenType.Null)
        {
            _nulls.Add(index);
            return null;
        }

        if (codec.TryRead(ref cursor, out var value, out var raw))
        {
            return value;
        }

        AdditionalProperties[GetMembers().NameOf(index)] = raw;
        return null;
    }
}
