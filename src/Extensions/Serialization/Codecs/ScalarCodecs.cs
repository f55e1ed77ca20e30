using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

internal sealed class StringCodec : Codec<string>
{
    public override bool TryRead(JsonReader reader, out string value, out JToken? raw) =>
        reader.TokenType is JsonToken.String
            ? Fit((string)reader.Value!, out value, out raw)
            : Misfit(reader, out value, out raw);

    public override void Write(JsonWriter writer, string value) => writer.WriteValue(value);
}

internal sealed class Int64Codec : Codec<long>
{
    private const double Limit = 9.2e18;

    public override bool TryRead(JsonReader reader, out long value, out JToken? raw) =>
        reader.Value switch
        {
            long whole => Fit(whole, out value, out raw),

            // 5000000.0 is a whole number too.
            double real when Math.Floor(real) == real && Math.Abs(real) < Limit => Fit((long)real, out value, out raw),
            _ => Misfit(reader, out value, out raw),
        };

    public override void Write(JsonWriter writer, long value) => writer.WriteValue(value);
}

internal sealed class DoubleCodec : Codec<double>
{
    // The greatest whole number below which each has a double of its own.
    private const long Exact = 1L << 53;

    public override bool TryRead(JsonReader reader, out double value, out JToken? raw) =>
        reader.Value switch
        {
            double real => Fit(real, out value, out raw),
            long whole when Math.Abs(whole) <= Exact => Fit(whole, out value, out raw),
            _ => Misfit(reader, out value, out raw),
        };

    public override void Write(JsonWriter writer, double value) => writer.WriteValue(value);
}

internal sealed class BooleanCodec : Codec<bool>
{
    public override bool TryRead(JsonReader reader, out bool value, out JToken? raw) =>
        reader.Value is bool read ? Fit(read, out value, out raw) : Misfit(reader, out value, out raw);

    public override void Write(JsonWriter writer, bool value) => writer.WriteValue(value);
}

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

internal sealed class DateTimeOffsetCodec : Codec<DateTimeOffset>
{
    public const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    private static readonly string[] Formats = [Format, "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    // A time without an offset is UTC, never the local time of this machine.
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

internal sealed class TokenCodec : Codec<JToken>
{
    public override bool TryRead(JsonReader reader, out JToken value, out JToken? raw) =>
        Fit(JToken.ReadFrom(reader), out value, out raw);

    public override void Write(JsonWriter writer, JToken value) => value.WriteTo(writer);
}

internal sealed class NullableCodec<T> : Codec<T?>
    where T : struct
{
    private readonly Codec<T> _codec = Codec<T>.Default;

    public override bool TryRead(JsonReader reader, out T? value, out JToken? raw)
    {
        var fits = _codec.TryRead(reader, out var read, out raw);
        value = fits ? read : null;
        return fits;
    }

    public override void Write(JsonWriter writer, T? value) => _codec.Write(writer, value.GetValueOrDefault());
}

internal sealed class OpenEnumCodec<T> : Codec<T>
    where T : struct, IOpenEnum<T>
{
    public override bool TryRead(JsonReader reader, out T value, out JToken? raw) =>
        reader.TokenType is JsonToken.String
            ? Fit(T.From((string)reader.Value!), out value, out raw)
            : Misfit(reader, out value, out raw);

    public override void Write(JsonWriter writer, T value) => writer.WriteValue(value.Value);
}
