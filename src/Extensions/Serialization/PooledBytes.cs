using System.Buffers;

namespace Pinterest.OpenApi;

/// <summary>All bytes of a stream in pooled memory.</summary>
internal ref struct PooledBytes : IDisposable
{
    private const int Smallest = 16 * 1024;

    private byte[] _buffer;
    private int _length;

    /// <summary>Reads a stream to its end.</summary>
    public PooledBytes(Stream stream)
    {
        var known = stream.CanSeek ? stream.Length - stream.Position : 0;

        // One byte more than expected, so that the end is seen without growing.
        _buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(known + 1, Smallest, Array.MaxLength));
        int read;
        while ((read = stream.Read(_buffer, _length, _buffer.Length - _length)) > 0)
        {
            _length += read;
            if (_length == _buffer.Length)
            {
                Grow();
            }
        }
    }

    /// <summary>Gets the bytes.</summary>
    public readonly ReadOnlySpan<byte> Span => _buffer.AsSpan(0, _length);

    /// <summary>Gives the memory back.</summary>
    public readonly void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(_buffer.Length * 2L, Array.MaxLength));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
