using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Reads a date: <c>2026-01-02</c>.</summary>
internal sealed class DateOnlyCodec : Codec<DateOnly>
{
    public const string Format = "yyyy-MM-dd";

    public override bool TryRead(JsonReader reader, out DateOnly value, out JToken? raw) =>
        reader.Value is string text
        && DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? Fit(date, out value, out raw)
            : Misfit(reader, out value, out raw);

    public override void Write(JsonWriter writer, DateOnly value) =>
        writer.WriteValue(value.ToString(Format, CultureInfo.InvariantCulture));
}
