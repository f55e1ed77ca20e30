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

        var model = T.CreateFor(FindDiscriminator(cursor));
        model.ForgetDiscriminator();
        model.ReadFrom(ref cursor);
        return Fit(model, out value, out raw);
    }

    public override void Write(Utf8JsonWriter writer, T value) => value.WriteTo(writer);

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
