namespace Pinterest.OpenApi.Unit.Support;

/// <summary>A stream that cannot go back and does not know its length, as a download; it counts what is read.</summary>
internal sealed class OneWayStream(byte[] data) : MemoryStream(data)
{
    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    /// <summary>Gets how many bytes were read.</summary>
    public int Taken { get; private set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // In small pieces, as from a network.
        var read = await base.ReadAsync(buffer[..Math.Min(buffer.Length, 7000)], cancellationToken);
        Taken += read;
        return read;
    }
}
