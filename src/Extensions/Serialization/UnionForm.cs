using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>One form of a union, and how it is recognised: by the kind of JSON, then by its members.</summary>
internal abstract class UnionForm(string kind, string[] required, string[] known)
{
    public bool IsObject => kind == "object";

    public bool FitsKind(JsonToken token) =>
        (kind, token) switch
        {
            ("string", JsonToken.String) or ("integer", JsonToken.Integer) or ("boolean", JsonToken.Boolean) => true,
            ("number", JsonToken.Integer or JsonToken.Float) or ("array", JsonToken.StartArray) => true,
            _ => false,
        };

    /// <summary>
    /// Says how well an object fits. A form with all its required members is best; then the one with the fewest
    /// unknown members; then the one with the most required members. Example: with forms [id] and [id, name], the
    /// object {id, name} fits the second best.
    /// </summary>
    public int Score(JObject value)
    {
        var hits = value.Properties().Count(member => known.Contains(member.Name));
        var isComplete = required.All(name => value.ContainsKey(name));
        return (isComplete ? 1_000_000 : 0) - ((value.Count - hits) * 1000) + required.Count(value.ContainsKey);
    }

    /// <summary>Tells whether an object has anything of this form.</summary>
    public bool Shares(JObject value) =>
        known.Length == 0 || value.Properties().Any(member => known.Contains(member.Name));

    public abstract bool Holds(object value);

    public abstract object? TryRead(JsonReader reader);

    public abstract void Write(JsonWriter writer, object value);
}

/// <summary>A form whose value has a type.</summary>
/// <typeparam name="T">The type.</typeparam>
internal sealed class UnionForm<T>(string kind, string[] required, string[] known) : UnionForm(kind, required, known)
    where T : notnull
{
    public override bool Holds(object value) => PinterestUnion.Is<T>(value);

    public override object? TryRead(JsonReader reader) =>
        Codec<T>.Default.TryRead(reader, out var value, out _) ? value : null;

    public override void Write(JsonWriter writer, object value) => Codec<T>.Default.Write(writer, (T)value);
}
