using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Reads a time. A time without an offset is UTC, never the local time of this machine.</summary>
internal sealed class DateTimeOffsetCodec : Codec<DateTimeOffset>
{
    public const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    private static readonly string[] Formats = [Format, "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    public override bool TryRead(JsonReader reader, out DateTimeOffset value, out JToken? raw) =>
        reader.Value is string text
        && DateTimeOffset.TryParseExact(
            text,
            Formats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time
        )
            ? Fit(time, out value, out raw)
            : Misfit(reader, out value, out raw);

    public override void Write(JsonWriter writer, DateTimeOffset value) =>
        writer.WriteValue(value.ToString(Format, CultureInfo.InvariantCulture));
}
