using System.Buffers.Binary;
using System.Text;

namespace Pinterest.OpenApi;

/// <summary>
/// Makes one string of a short text that a response repeats. Example: each of the 250 Pins of a page names the same
/// board, and the board's id becomes one string instead of 250. A text is looked for at one place only, so that no
/// response makes the search long, and what is kept ends with the reading.
/// </summary>
internal sealed class RepeatedTexts
{
    private const ulong Factor = 0x9E3779B97F4A7C15;

    // Ids of Pins have 18 digits and differ. They would only push the others out.
    private const int MostBytes = 16;
    private const int Places = 64;

    private string?[]? _texts;

    /// <summary>Gives the string of a text.</summary>
    /// <param name="utf8">The text. What is not ASCII, or longer than 16 bytes, becomes a new string each time.</param>
    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > MostBytes)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        _texts ??= new string?[Places];
        ref var kept = ref _texts[PlaceOf(utf8)];
        if (kept is null || !Ascii.Equals(utf8, kept))
        {
            kept = Encoding.UTF8.GetString(utf8);
        }

        return kept;
    }

    private static int PlaceOf(ReadOnlySpan<byte> utf8)
    {
        var hash = (ulong)utf8.Length;
        if (utf8.Length >= sizeof(ulong))
        {
            hash ^= BinaryPrimitives.ReadUInt64LittleEndian(utf8);
            hash = (hash * Factor) ^ BinaryPrimitives.ReadUInt64LittleEndian(utf8[^sizeof(ulong)..]);
        }
        else
        {
            foreach (var each in utf8)
            {
                hash = (hash << 8) ^ each;
            }
        }

        return (int)((hash * Factor) >> 58);
    }
}
