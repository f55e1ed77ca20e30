using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>A union that is read by shape.</summary>
internal interface IUnion<TSelf>
    where TSelf : PinterestUnion, IUnion<TSelf>
{
    static abstract UnionForm[] Forms { get; }

    static abstract TSelf CreateFor(object value);
}

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

    /// <summary>Says how well an object fits: all required members first, then the fewest unknown ones, then the most required ones.</summary>
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

internal sealed class UnionForm<T>(string kind, string[] required, string[] known) : UnionForm(kind, required, known)
    where T : notnull
{
    public override bool Holds(object value) => PinterestUnion.Is<T>(value);

    public override object? TryRead(JsonReader reader) =>
        Codec<T>.Default.TryRead(reader, out var value, out _) ? value : null;

    public override void Write(JsonWriter writer, object value) => Codec<T>.Default.Write(writer, (T)value);
}

internal sealed class UnionCodec<T> : Codec<T>
    where T : PinterestUnion, IUnion<T>
{
    public override bool TryRead(JsonReader reader, out T value, out JToken? raw)
    {
        // The shape of an object is known only when all of it was seen.
        var token = JToken.ReadFrom(reader);
        return Fit(T.CreateFor(Read(token) ?? token), out value, out raw);
    }

    public override void Write(JsonWriter writer, T value)
    {
        foreach (var form in T.Forms)
        {
            if (!form.Holds(value.Value))
            {
                continue;
            }

            form.Write(writer, value.Value);
            return;
        }

        ((JToken)value.Value).WriteTo(writer);
    }

    private static object? Read(JToken token)
    {
        using var kind = token.CreateReader();
        kind.Read();
        var candidates = token is JObject value
            ? T.Forms.Where(form => form.IsObject && form.Shares(value)).OrderByDescending(form => form.Score(value))
            : T.Forms.Where(form => form.FitsKind(kind.TokenType));
        foreach (var form in candidates)
        {
            using var reader = token.CreateReader();
            reader.Read();
            if (form.TryRead(reader) is { } read)
            {
                return read;
            }
        }

        return null;
    }
}
