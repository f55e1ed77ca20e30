using System.Text;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>Text in UTF-8, which some editors and programs begin with a byte order mark.</summary>
internal static class Utf8Text
{
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>Gets how many bytes a byte order mark has.</summary>
    public static int MarkLength => Encoding.UTF8.Preamble.Length;

    /// <summary>Tells whether there is a byte order mark.</summary>
    public static bool HasMark(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Encoding.UTF8.Preamble);

    /// <summary>Gives the bytes behind the byte order mark; all of them when there is none.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) =>
        HasMark(bytes) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;

    /// <summary>Reads the text behind the byte order mark. What is not UTF-8 becomes U+FFFD.</summary>
    public static string Read(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(WithoutMark(bytes));

    /// <summary>Reads the text behind the byte order mark.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="name">How the message calls the source.</param>
    /// <exception cref="SpecException">The bytes are not UTF-8.</exception>
    public static string ReadStrict(ReadOnlySpan<byte> bytes, string name)
    {
        try
        {
            return Strict.GetString(WithoutMark(bytes));
        }
        catch (DecoderFallbackException error)
        {
            throw new SpecException(name, $"Byte {error.Index} is not UTF-8.", "Pass a text file in UTF-8.", error);
        }
    }
}
