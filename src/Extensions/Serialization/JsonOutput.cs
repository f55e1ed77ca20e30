using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pinterest.OpenApi;

/// <summary>How this library writes JSON: no spaces, and no more escapes than JSON needs.</summary>
internal static class JsonOutput
{
    /// <summary>Leaves letters of all languages as they are. The JSON never stands inside of HTML.</summary>
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private static readonly JsonWriterOptions Options = new() { Encoder = Encoder, SkipValidation = true };

    public static Utf8JsonWriter Open(Stream output) => new(output, Options);

    /// <summary>Writes a value as UTF-8.</summary>
    public static ReadOnlySpan<byte> ToUtf8(object value, Type type)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, Options))
        {
            Write(writer, value, type);
        }

        return output.WrittenSpan;
    }

    /// <summary>Writes a value of a type that is known at run time.</summary>
    public static void Write(Utf8JsonWriter writer, object value, Type type)
    {
        // A model knows how it is written, and so does a class of a user that derives from one.
        if (value is PinterestModel model)
        {
            model.WriteTo(writer);
        }
        else
        {
            CodecResolver.Find(type).Write(writer, value);
        }
    }
}
