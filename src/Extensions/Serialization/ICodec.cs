using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>A codec for callers that know the type only at run time.</summary>
internal interface ICodec
{
    /// <summary>Reads the value that the cursor stands at; not called for null.</summary>
    bool TryRead(ref JsonCursor cursor, out object? value, out JToken? raw);

    void Write(Utf8JsonWriter writer, object value);

    /// <summary>
    /// Gives the codec of a list whose items have this type, or whose items are collections of it, if there is one.
    /// </summary>
    ICodec? ListOf(Type list);

    /// <summary>Gives the codec of a dictionary whose values have this type, or are collections of it.</summary>
    ICodec? MapOf(Type map);
}
