using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Reads a number.</summary>
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
