using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>
/// Reads a discriminated union. When the discriminator comes first, as Pinterest sends it, nothing is buffered.
/// </summary>
internal sealed class DiscriminatedCodec<T> : Codec<T>
    where T : PinterestModel, IDiscriminated<T>
{
    public override bool TryRead(JsonReader reader, out T value, out JToken? raw)
    {
        if (reader.TokenType is not JsonToken.StartObject)
        {
            return Misfit(reader, out value, out raw);
        }

        List<KeyValuePair<string, JToken>>? before = null;
        while (JsonText.Advance(reader) is JsonToken.PropertyName)
        {
            var name = (string)reader.Value!;
            JsonText.Advance(reader);
            if (name == T.DiscriminatorName)
            {
                var model = Create(reader.Value as string);
                Keep(model, before);
                if (!model.ReadMember(name, reader))
                {
                    model.AdditionalProperties[name] = JToken.ReadFrom(reader);
                }

                model.ReadFrom(reader);
                return Fit(model, out value, out raw);
            }

            (before ??= []).Add(new(name, JToken.ReadFrom(reader)));
        }

        var plain = Create(null);
        Keep(plain, before);
        return Fit(plain, out value, out raw);
    }

    public override void Write(JsonWriter writer, T value) => value.WriteTo(writer);

    private static T Create(string? discriminator)
    {
        var model = T.CreateFor(discriminator);
        model.ForgetDiscriminator();
        return model;
    }

    private static void Keep(T model, List<KeyValuePair<string, JToken>>? members)
    {
        foreach (var (name, token) in members ?? [])
        {
            using var reader = token.CreateReader();
            reader.Read();
            if (!model.ReadMember(name, reader))
            {
                model.AdditionalProperties[name] = token;
            }
        }
    }
}
