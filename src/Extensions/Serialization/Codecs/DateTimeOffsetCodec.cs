using System.Globalization;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Reads a time. A time without an offset is UTC, never the local time of this machine.</summary>
internal sealed class DateTimeOffsetCodec : ValueCodec<DateTimeOffset>
{
    public const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    private static readonly string[] Formats = [Format, "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    public override bool TryRead(ref JsonCursor cursor, out DateTimeOffset value, out JToken? raw)
    {
        if (
            cursor.Kind is JsonTokenType.String
            && (TrySeconds(cursor.Bytes, out value) || TryAny(ref cursor, out value))
        )
        {
            raw = null;
            return true;
        }

        return Misfit(ref cursor, out value, out raw);
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value) =>
        writer.WriteStringValue(value.ToString(Format, CultureInfo.InvariantCulture));

    // What Pinterest sends is read without making a text of it: 2026-01-02T03:04:05, with or without Z.
    private static bool TrySeconds(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length is not (19 or 20) || (text.Length == 20 && text[19] != 'Z'))
        {
            return false;
        }

        if (text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':')
        {
            return false;
        }

        var year = (Digits(text, 0) * 100) + Digits(text, 2);
        var month = Digits(text, 5);
        var day = Digits(text, 8);
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        var hour = Digits(text, 11);
        var minute = Digits(text, 14);
        var second = Digits(text, 17);
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59)
        {
            return false;
        }

        value = new DateTimeOffset(year, month, day, hour, minute, second, TimeSpan.Zero);
        return true;
    }

    // Two digits; a number far below zero when there is another character.
    private static int Digits(ReadOnlySpan<byte> text, int start)
    {
        var tens = text[start] - '0';
        var ones = text[start + 1] - '0';
        return tens is < 0 or > 9 || ones is < 0 or > 9 ? -100_000 : (tens * 10) + ones;
    }

    private static bool TryAny(ref JsonCursor cursor, out DateTimeOffset value) =>
        DateTimeOffset.TryParseExact(
            cursor.GetText(),
            Formats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out value
        );
}
