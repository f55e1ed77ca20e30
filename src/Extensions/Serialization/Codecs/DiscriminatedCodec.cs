using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>
/// Reads a discriminated union. Where the discriminator does not come first, a look ahead finds it; nothing is buffered.
/// </summary>
internal sealed class DiscriminatedCodec<T> : ItemCodec<T>
    where T : PinterestModel, IDiscriminated<T>
{
    public static readonly DiscriminatedCodec<T> Only = new();

    public override bool TryRead(ref JsonCursor cursor, out T value, out JToken? raw)
    {
        if (cursor.Kind is not JsonTokenType.StartObject)
        {
            return Misfit(ref cursor, out value, out raw);
        }

        var model = CreateFor(FindDiscriminator(cursor));
        model.ForgetDiscriminator();
        model.ReadFrom(ref cursor);
        return Fit(model, out value, out raw);
    }

    public override void Write(Utf8JsonWriter writer, T value) => value.WriteTo(writer);

    // A value that differs by its case alone means the same. Example: "IMAGE" for "image".
    private static T CreateFor(string? discriminator)
    {
        var model = T.CreateFor(discriminator);
        if (discriminator is not null && IsBase(model))
        {
            model = T.CreateFor(discriminator.ToLowerInvariant());
            if (IsBase(model))
            {
                model = T.CreateFor(discriminator.ToUpperInvariant());
            }
        }

        return model;
    }

    private static bool IsBase(T model) => model.GetType() == typeof(T);

    private static string? FindDiscriminator(JsonCursor ahead)
    {
        while (ahead.Advance() is JsonTokenType.PropertyName)
        {
            var isFound = ahead.TextIs(T.DiscriminatorName);
            ahead.Advance();
            if (isFound)
            {
                return ahead.Kind is JsonTokenType.String ? ahead.GetText() : null;
            }

            ahead.Skip();
        }

        return null;
    }
}
