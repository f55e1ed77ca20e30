using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Pinterest.OpenApi;

/// <summary>Finds known names by their UTF-8 bytes, so that reading a name makes no string.</summary>
internal sealed class NameTable
{
    private const ulong Factor = 0x9E3779B97F4A7C15;

    private readonly byte[][] _names;

    // The place of a name plus one, by its hash; 0 is free. At most half is in use, so that a search is short.
    private readonly ushort[] _slots;

    /// <summary>Makes a table.</summary>
    /// <param name="names">The names. Each has its place in this list.</param>
    public NameTable(IReadOnlyList<string> names)
    {
        _names = new byte[names.Count][];
        _slots = new ushort[BitOperations.RoundUpToPowerOf2((uint)Math.Max(names.Count * 2, 4))];
        for (var i = 0; i < _names.Length; i++)
        {
            var name = Encoding.UTF8.GetBytes(names[i]);
            _names[i] = name;
            var slot = Hash(name) & (_slots.Length - 1);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = (ushort)(i + 1);
        }
    }

    /// <summary>Finds a name.</summary>
    /// <returns>Its place; -1 when it is not known.</returns>
    public int Find(ReadOnlySpan<byte> name)
    {
        var slots = _slots;
        var slot = Hash(name) & (slots.Length - 1);
        while (slots[slot] != 0)
        {
            var place = slots[slot] - 1;
            if (name.SequenceEqual(_names[place]))
            {
                return place;
            }

            slot = (slot + 1) & (slots.Length - 1);
        }

        return -1;
    }

    // Of a long name the beginning, the middle and the end are enough to tell it from others.
    private static int Hash(ReadOnlySpan<byte> name)
    {
        var hash = (ulong)name.Length * Factor;
        if (name.Length < sizeof(ulong))
        {
            foreach (var each in name)
            {
                hash = (hash ^ each) * Factor;
            }
        }
        else
        {
            hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(name)) * Factor;
            var middle = (name.Length - sizeof(ulong)) / 2;
            hash = (BitOperations.RotateLeft(hash, 29) ^ Word(name, middle)) * Factor;
            hash = (BitOperations.RotateLeft(hash, 29) ^ Word(name, name.Length - sizeof(ulong))) * Factor;
        }

        return (int)(hash >> 40);
    }

    private static ulong Word(ReadOnlySpan<byte> name, int start) =>
        BinaryPrimitives.ReadUInt64LittleEndian(name[start..]);
}
