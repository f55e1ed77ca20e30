namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>
/// Cuts lines that are too long, so that an agent cannot fill the memory: the line ends at the limit, which makes it a
/// message that cannot be read, and its rest is skipped.
/// </summary>
internal sealed class LineLimitStream(Stream input, int longest) : ReadingStream
{
    private const byte LineEnd = (byte)'\n';

    private int _length;
    private bool _isSkipping;

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        while (true)
        {
            var read = input.Read(buffer);
            if (read == 0)
            {
                return 0;
            }

            var kept = Keep(buffer[..read]);
            if (kept > 0)
            {
                return kept;
            }
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var read = await input.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return 0;
            }

            var kept = Keep(buffer.Span[..read]);
            if (kept > 0)
            {
                return kept;
            }
        }
    }

    // Moves what is kept to the front: "ab|cd\nef" with a limit of 2 becomes "ab\nef".
    private int Keep(Span<byte> bytes)
    {
        var kept = 0;
        foreach (var one in bytes)
        {
            if (one == LineEnd)
            {
                bytes[kept] = one;
                kept += _isSkipping ? 0 : 1;
                _isSkipping = false;
                _length = 0;
            }
            else if (!_isSkipping)
            {
                _isSkipping = _length == longest;
                bytes[kept] = _isSkipping ? LineEnd : one;
                kept++;
                _length++;
            }
        }

        return kept;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            input.Dispose();
        }

        base.Dispose(disposing);
    }
}
