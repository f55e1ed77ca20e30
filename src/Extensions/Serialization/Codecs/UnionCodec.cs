using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Reads a union by the shape of the JSON.</summary>
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
