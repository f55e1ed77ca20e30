using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Writes a model or union by its type at run time. JSON alone does not say which one it is.</summary>
internal sealed class BaseCodec<T> : ItemCodec<T>
    where T : class
{
    public override bool TryRead(ref JsonCursor cursor, out T value, out JToken? raw) =>
        throw new NotSupportedException(
            $"{typeof(T).Name} cannot be read, because it is a base class. Read a model or a union."
        );

    public override void Write(Utf8JsonWriter writer, T value) =>
        CodecResolver.Find(value.GetType()).Write(writer, value);
}
