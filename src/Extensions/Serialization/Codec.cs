using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Reads and writes values of one type. Each type has one codec, which holds no state of its own.</summary>
internal abstract class Codec<T> : ICodec
    where T : notnull
{
    /// <summary>Reads the value that the cursor stands at; not called for null.</summary>
    /// <param name="cursor">Stands at the first token of the value, and on return at its last.</param>
    /// <param name="value">The value.</param>
    /// <param name="raw">The JSON as it came, when it does not fit the type, or only a part of it does.</param>
    /// <returns>Whether there is a value. With <paramref name="raw"/> it is the part that fits.</returns>
    public abstract bool TryRead(ref JsonCursor cursor, out T value, out JToken? raw);

    public abstract void Write(Utf8JsonWriter writer, T value);

    bool ICodec.TryRead(ref JsonCursor cursor, out object? value, out JToken? raw)
    {
        var fits = TryRead(ref cursor, out var read, out raw);
        value = fits ? read : null;
        return fits;
    }

    void ICodec.Write(Utf8JsonWriter writer, object value) => Write(writer, (T)value);

    /// <inheritdoc/>
    public virtual ICodec? ListOf(Type list) => null;

    /// <inheritdoc/>
    public virtual ICodec? MapOf(Type map) => null;

    protected static bool Misfit(ref JsonCursor cursor, out T value, out JToken? raw)
    {
        value = default!;
        raw = cursor.ReadRaw();
        return false;
    }

    protected static bool Fit(T read, out T value, out JToken? raw)
    {
        value = read;
        raw = null;
        return true;
    }
}
