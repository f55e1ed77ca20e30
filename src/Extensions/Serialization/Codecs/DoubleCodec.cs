using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Reads a number.</summary>
internal sealed class DoubleCodec : Codec<double>
{
    // Up to 2^53 each integer has an exact double, and so has the smallest long, which some servers send for "none".
    // Any other would be changed, so it is kept as it came.
    private const long Exact = 1L << 53;

    public override bool TryRead(JsonReader reader, out double value, out JToken? raw) =>
        reader.Value switch
        {
            double real => Fit(real, out value, out raw),
            long whole and ((>= -Exact and <= Exact) or long.MinValue) => Fit(whole, out value, out raw),
            _ => Misfit(reader, out value, out raw),
        };

    public override void Write(JsonWriter writer, double value) => writer.WriteValue(value);
}
