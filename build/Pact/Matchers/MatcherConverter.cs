using System.Text.Json;
using System.Text.Json.Serialization;

namespace PactNet.Matchers;

/// <summary>Writes all of a matcher where only the interface is declared.</summary>
internal sealed class MatcherConverter : JsonConverter<IMatcher>
{
    public override IMatcher Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A matcher is written, never read.");

    public override void Write(Utf8JsonWriter writer, IMatcher value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, value.GetType(), options);
}
