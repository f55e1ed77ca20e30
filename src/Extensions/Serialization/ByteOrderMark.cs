using System.Text;

namespace Pinterest.OpenApi;

/// <summary>The mark before a text that says how it is encoded.</summary>
internal static class ByteOrderMark
{
    // UTF-32 first: its mark begins with that of UTF-16.
    private static readonly Encoding[] Others =
    [
        Encoding.UTF32,
        new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        Encoding.Unicode,
        Encoding.BigEndianUnicode,
    ];

    /// <summary>Gives a text without its mark, as UTF-8. What has no mark is UTF-8.</summary>
    public static ReadOnlySpan<byte> Remove(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith(Encoding.UTF8.Preamble))
        {
            return text[Encoding.UTF8.Preamble.Length..];
        }

        // Neither JSON nor a mark begins with any other byte.
        if (text.IsEmpty || text[0] is not (0 or 0xFE or 0xFF))
        {
            return text;
        }

        foreach (var encoding in Others)
        {
            if (text.StartsWith(encoding.Preamble))
            {
                return Encoding.UTF8.GetBytes(encoding.GetString(text[encoding.Preamble.Length..]));
            }
        }

        return text;
    }
}
