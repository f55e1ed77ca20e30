using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>
/// Reads a text with known values. A known value in another case is that value; a text that is not known is kept.
/// </summary>
internal sealed class OpenEnumCodec<T> : ValueCodec<T>
    where T : struct, IOpenEnum<T>, ICoded<T>
{
    public static readonly OpenEnumCodec<T> Only = new();

    private readonly KnownTexts _known = new([.. T.Known.Select(value => value.Value)]);

    public override bool TryRead(ref JsonCursor cursor, out T value, out JToken? raw) =>
        cursor.Kind is JsonTokenType.String or JsonTokenType.PropertyName
            ? Fit(T.From(_known.Read(ref cursor)), out value, out raw)
            : Misfit(ref cursor, out value, out raw);

    public override void Write(Utf8JsonWriter writer, T value) => writer.WriteStringValue(value.Value);
}
