using System.Globalization;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Reads a date: <c>2026-01-02</c>.</summary>
internal sealed class DateOnlyCodec : ValueCodec<DateOnly>
{
    public const string Format = "yyyy-MM-dd";

    public override bool TryRead(ref JsonCursor cursor, out DateOnly value, out JToken? raw) =>
        cursor.Kind is JsonTokenType.String
        && DateOnly.TryParseExact(
            cursor.GetText(),
            Format,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? Fit(date, out value, out raw)
            : Misfit(ref cursor, out value, out raw);

    public override void Write(Utf8JsonWriter writer, DateOnly value) =>
        writer.WriteStringValue(value.ToString(Format, CultureInfo.InvariantCulture));
}
