using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Reads a whole number. 5000000.0 is one too.</summary>
internal sealed class Int64Codec : Codec<long>
{
    private const double Limit = 9.2e18;

    public override bool TryRead(JsonReader reader, out long value, out JToken? raw) =>
        reader.Value switch
        {
            long whole => Fit(whole, out value, out raw),
            double real when Math.Floor(real) == real && Math.Abs(real) < Limit => Fit((long)real, out value, out raw),
            _ => Misfit(reader, out value, out raw),
        };

    public override void Write(JsonWriter writer, long value) => writer.WriteValue(value);
}
