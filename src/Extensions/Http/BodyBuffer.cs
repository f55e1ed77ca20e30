using System.Buffers;

namespace Pinterest.OpenApi;

/// <summary>
/// Bytes in pooled chunks. Nothing is copied when it grows, so that it never holds much more than its length.
/// </summary>
internal sealed class BodyBuffer : IDisposable
{
    private const int SmallestChunk = 16 * 1024;
    private const int LargestChunk = 1024 * 1024;

    private readonly byte[] _first;
    private List<byte[]>? _others;
    private byte[] _last;
    private int _used;

    /// <summary>Makes an empty buffer.</summary>
    /// <param name="expected">How many bytes are expected, or 0 when that is not known.</param>
    public BodyBuffer(long expected)
    {
        _first = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(expected, SmallestChunk, LargestChunk));
        _last = _first;
    }

    public int Length { get; private set; }

    /// <summary>Gives room for more bytes: at least one, at most as many as asked for.</summary>
    public Memory<byte> Free(int most)
    {
        if (_used == _last.Length)
        {
            _last = ArrayPool<byte>.Shared.Rent(Math.Min(_last.Length * 2, LargestChunk));
            _used = 0;
            (_others ??= []).Add(_last);
        }

        return _last.AsMemory(_used, Math.Min(most, _last.Length - _used));
    }

    /// <summary>Tells that bytes were written into the room.</summary>
    public void Advance(int count)
    {
        _used += count;
        Length += count;
    }

    /// <summary>Copies bytes from a place on.</summary>
    /// <returns>How many; 0 at the end.</returns>
    public int CopyTo(Span<byte> target, int position)
    {
        var start = 0;
        for (var i = -1; i < (_others?.Count ?? 0); i++)
        {
            var chunk = i < 0 ? _first : _others![i];
            var used = Math.Min(chunk.Length, Length - start);
            if (position < start + used)
            {
                var from = chunk.AsSpan(position - start, Math.Min(target.Length, start + used - position));
                from.CopyTo(target);
                return from.Length;
            }

            start += used;
        }

        return 0;
    }

    /// <summary>Gives all bytes in one piece to a function. Those of several chunks are copied for it.</summary>
    public T Use<T>(BytesReader<T> function)
    {
        if (_others is null)
        {
            return function(_first.AsSpan(0, Length));
        }

        var whole = ArrayPool<byte>.Shared.Rent(Length);
        try
        {
            for (var position = 0; position < Length; )
            {
                position += CopyTo(whole.AsSpan(position), position);
            }

            return function(whole.AsSpan(0, Length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(whole);
        }
    }

    public void Dispose()
    {
        if (_last.Length == 0)
        {
            return;
        }

        _last = [];
        Length = 0;
        ArrayPool<byte>.Shared.Return(_first);
        foreach (var chunk in _others ?? [])
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }
}
