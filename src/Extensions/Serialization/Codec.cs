using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Reads and writes values of one type. Each type has one codec, found once.</summary>
internal abstract class Codec<T>
{
    public static Codec<T> Default { get; } = (Codec<T>)CodecResolver.Create(typeof(T));

    /// <summary>Reads the value that the reader stands at; not called for null.</summary>
    /// <param name="reader">Stands at the first token of the value, and on return at its last.</param>
    /// <param name="value">The value.</param>
    /// <param name="raw">The JSON as it came, when it does not fit the type.</param>
    /// <returns>Whether it fits.</returns>
    public abstract bool TryRead(JsonReader reader, out T value, out JToken? raw);

    public abstract void Write(JsonWriter writer, T value);

    protected static bool Misfit(JsonReader reader, out T value, out JToken? raw)
    {
        value = default!;
        raw = JToken.ReadFrom(reader);
        return false;
    }

    protected static bool Fit(T read, out T value, out JToken? raw)
    {
        value = read;
        raw = null;
        return true;
    }
}
