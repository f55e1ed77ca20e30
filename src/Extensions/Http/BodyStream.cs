namespace Pinterest.OpenApi;

/// <summary>The first bytes of a response for a reader.</summary>
/// <param name="bytes">The bytes.</param>
/// <param name="most">How many of them are read at most.</param>
internal sealed class BodyStream(BodyBuffer bytes, int most) : Stream
{
    private readonly int _end = Math.Min(bytes.Length, most);
    private int _position;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var wanted = Math.Min(buffer.Length, _end - _position);
        var read = wanted == 0 ? 0 : bytes.CopyTo(buffer[..wanted], _position);
        _position += read;
        return read;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush() { }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
